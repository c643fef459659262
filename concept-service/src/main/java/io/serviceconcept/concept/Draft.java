package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartRemoved;
import io.serviceconcept.concept.ConceptEvent.SplitOff;

/**
 * What is being worked on: the content of the next edition. Every method is a change that an event makes, and counts the
 * version on.
 *
 * @param importance per need
 * @param editions the days from which the adopted editions are in force, the first edition first
 * @param foreign what is known of the indicators that came with the document that the concept was made from, and that the
 *        organisation did not have
 * @param former the channels that left the draft and are in an edition
 * @param version the version of the concept: the number of its events
 */
record Draft(Identity identity, Versioned<Direction> direction, Parts parts,
        Map<String, Versioned<List<Need.Importance>>> importance, Assessments assessments, List<LocalDate> editions,
        List<IndicatorDefinition> foreign, FormerChannels former, long version) {

    record Identity(String id, String name, String slug, @Nullable String description) {
    }

    static Draft created(ConceptCreated event) {
        return new Draft(new Identity(event.concept(), event.name(), event.slug(), event.description()),
                new Versioned<>(Direction.NONE, 0), Parts.NONE, Map.of(), Assessments.NONE, List.of(),
                event.indicators() == null ? List.of() : event.indicators(), FormerChannels.NONE, 1);
    }

    int nextEdition() {
        return editions.size() + 1;
    }

    /** How many editions have taken force on a day: they do so in the order of their numbers. */
    int begun(LocalDate day) {
        return (int) editions.stream().filter(from -> !from.isAfter(day)).count();
    }

    Draft unchanged() {
        return next(direction, parts, importance, assessments, editions);
    }

    Draft directed(Direction set) {
        return next(new Versioned<>(set, version + 1), parts, importance, assessments, editions);
    }

    Draft added(Part part) {
        require(!parts.has(part.partKind(), part.id()), part.id());
        return next(direction, parts.with(part, version + 1), importance, assessments, editions);
    }

    Draft changed(Part part) {
        require(parts.has(part.partKind(), part.id()), part.id());
        return next(direction, parts.with(part, version + 1), importance, assessments, editions);
    }

    Draft removed(PartRemoved event) {
        String id = event.id();
        require(parts.has(event.partKind(), id), id);
        Parts rest = parts.without(event.partKind(), id);
        return switch (event.partKind()) {
            case NEED -> next(direction, rest, importanceWithout(id), assessments.withoutNeed(id), editions);
            case CHANNEL -> {
                FormerChannels left = channel(id).map(former::left).orElse(former);
                yield next(direction, rest, importance, assessments.withoutChannel(id), editions).with(left);
            }
            case LAYER, CUSTOMER_GROUP, OBJECTIVE, SERVICE, OFFER, SERVICE_LEVEL, CHANNEL_SHIFT, HAND_OVER, ASSUMPTION,
                    STAKEHOLDER, RESEARCH_ACTIVITY, INSIGHT ->
                next(direction, rest, importance, assessments, editions);
        };
    }

    Draft statusChanged(ChannelStatusChanged event) {
        Channel channel = channel(event.channel())
                .orElseThrow(() -> new IllegalStateException("no such part: " + event.channel())).value();
        Channel changed = channel.with(event.status());
        return parts.has(PartKind.CHANNEL, channel.id()) ? changed(changed)
                : unchanged().with(former.with(new Versioned<>(changed, version + 1)));
    }

    /** A channel of the draft, or one that left it and is in an edition. */
    Optional<Versioned<Channel>> channel(String id) {
        return parts.find(PartKind.CHANNEL, id).map(part -> new Versioned<>((Channel) part.value(), part.version()))
                .or(() -> former.find(id));
    }

    /** One need goes up in another. */
    Draft merged(NeedsMerged event) {
        require(parts.has(PartKind.NEED, event.need()) && parts.has(PartKind.NEED, event.into()), event.need());
        Parts rest = NeedReferences.redirected(parts.without(PartKind.NEED, event.need()), event.need(),
                part -> List.of(event.into()), version + 1);
        Map<String, Versioned<List<Need.Importance>>> copy = new LinkedHashMap<>(importanceWithout(event.need()));
        if (!event.importance().equals(importanceOf(event.into()).value())) {
            copy.put(event.into(), new Versioned<>(event.importance(), version + 1));
        }
        return next(direction, rest, Collections.unmodifiableMap(copy), assessments.merged(event, version + 1), editions);
    }

    /** A need becomes several. */
    Draft split(NeedSplit event) {
        require(parts.has(PartKind.NEED, event.need()), event.need());
        Parts split = NeedReferences.redirected(parts.without(PartKind.NEED, event.need()), event.need(),
                event::insteadFor, version + 1);
        Map<String, Versioned<List<Need.Importance>>> copy = new LinkedHashMap<>(importanceWithout(event.need()));
        Versioned<List<Need.Importance>> start = importance.get(event.need());
        for (SplitOff part : event.into()) {
            split = split.with(part.need(), version + 1);
            if (start != null) {
                copy.put(part.need().id(), new Versioned<>(start.value(), version + 1));
            }
        }
        return next(direction, split, Collections.unmodifiableMap(copy), assessments.split(event, version + 1), editions);
    }

    Draft importanceSet(ImportanceSet event) {
        require(parts.has(PartKind.NEED, event.need()), event.need());
        Map<String, Versioned<List<Need.Importance>>> copy = new LinkedHashMap<>(importance);
        copy.put(event.need(), new Versioned<>(event.importance(), version + 1));
        return next(direction, parts, Collections.unmodifiableMap(copy), assessments, editions);
    }

    Draft assessed(FitAssessed event) {
        require(parts.has(PartKind.NEED, event.need()) && parts.has(PartKind.CHANNEL, event.channel()), event.need());
        Versioned<Assessment> given = new Versioned<>(new Assessment(event.fit(), event.rationale()), version + 1);
        return next(direction, parts, importance,
                assessments.with(event.need(), event.channel(), event.assessor(), given), editions);
    }

    Draft withdrawn(FitWithdrawn event) {
        require(assessments.find(event.need(), event.channel(), event.assessor()).isPresent(), event.need());
        return next(direction, parts, importance, assessments.without(event.need(), event.channel(), event.assessor()),
                editions);
    }

    /** The next draft starts from the edition just adopted. */
    Draft adopted(EditionAdopted event) {
        if (event.edition() != nextEdition()) {
            throw new IllegalStateException("edition " + event.edition() + " cannot follow on " + editions.size());
        }
        List<LocalDate> dates = new ArrayList<>(editions);
        dates.add(event.inForceFrom());
        return next(direction, parts, importance, assessments, List.copyOf(dates)).with(former.adopted(event.content()));
    }

    /** The importance of a need; version 0 and nothing known when it was never set. */
    Versioned<List<Need.Importance>> importanceOf(String need) {
        return importance.getOrDefault(need, new Versioned<>(List.of(), 0));
    }

    private Map<String, Versioned<List<Need.Importance>>> importanceWithout(String need) {
        Map<String, Versioned<List<Need.Importance>>> copy = new LinkedHashMap<>(importance);
        copy.remove(need);
        return Collections.unmodifiableMap(copy);
    }

    private Draft with(FormerChannels channels) {
        return new Draft(identity, direction, parts, importance, assessments, editions, foreign, channels, version);
    }

    private Draft next(Versioned<Direction> newDirection, Parts newParts,
            Map<String, Versioned<List<Need.Importance>>> newImportance, Assessments newAssessments,
            List<LocalDate> newEditions) {
        return new Draft(identity, newDirection, newParts, newImportance, newAssessments, newEditions, foreign, former,
                version + 1);
    }

    private static void require(boolean legal, String id) {
        if (!legal) {
            throw new IllegalStateException("the event does not fit the draft: " + id);
        }
    }
}
