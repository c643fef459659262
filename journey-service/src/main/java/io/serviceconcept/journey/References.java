package io.serviceconcept.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.ConceptParts;
import io.serviceconcept.concepts.ConceptQueries;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.journey.Journey.Mapped;

/** Finds what a journey refers to and the concept, as far as we know it, does not have. */
@ApplicationScoped
class References {

    private static final String UNKNOWN = "not in the draft of the concept, nor in its edition in force";

    private final ConceptQueries concepts;

    References(ConceptQueries concepts) {
        this.concepts = concepts;
    }

    /** The unknown concept or groups, with pointers into a body that describes a journey. */
    List<Violation> unknown(String organisation, Instant now, JourneyOutline outline) {
        Optional<ConceptParts> parts = concepts.parts(organisation, outline.concept(), now);
        return parts.isPresent()
                ? unknown("/groups", outline.groups(), parts.get().groups())
                : List.of(new Violation("/concept", "the organisation has no such concept"));
    }

    /** The unknown channel and needs, with pointers into a body that describes a touchpoint. */
    List<Violation> unknown(String organisation, Instant now, UUID concept, TouchpointContent content) {
        return concepts.parts(organisation, concept, now).map(parts -> unknown("", content, parts)).orElseThrow();
    }

    /** Everything unknown in a whole journey, with pointers into the journey as the API shows it. */
    List<Violation> unknown(String organisation, Instant now, Mapped journey) {
        List<Violation> unknown = new ArrayList<>(unknown(organisation, now, journey.outline()));
        ConceptParts parts = concepts.parts(organisation, journey.outline().concept(), now).orElseThrow();
        List<Phase> phases = journey.phases().list();
        for (int p = 0; p < phases.size(); p++) {
            List<Touchpoint> touchpoints = phases.get(p).touchpoints();
            for (int t = 0; t < touchpoints.size(); t++) {
                unknown.addAll(unknown("/phases/" + p + "/touchpoints/" + t, touchpoints.get(t).content(), parts));
            }
        }
        return unknown;
    }

    private static List<Violation> unknown(String pointer, TouchpointContent content, ConceptParts parts) {
        List<Violation> unknown = new ArrayList<>();
        if (!parts.channels().contains(content.channel())) {
            unknown.add(new Violation(pointer + "/channel", UNKNOWN));
        }
        unknown.addAll(unknown(pointer + "/needs", content.needs(), parts.needs()));
        return unknown;
    }

    private static List<Violation> unknown(String pointer, List<UUID> references, Set<UUID> known) {
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            if (!known.contains(references.get(i))) {
                unknown.add(new Violation(pointer + '/' + i, UNKNOWN));
            }
        }
        return unknown;
    }
}
