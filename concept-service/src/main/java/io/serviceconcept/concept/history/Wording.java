package io.serviceconcept.concept.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.GateOverride;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.concept.ConceptEvent.PartRemoved;
import io.serviceconcept.concept.ConceptEvent.ProposalWithdrawn;
import io.serviceconcept.concept.ConceptEvent.SplitOff;
import io.serviceconcept.concept.Joint;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Part;
import io.serviceconcept.history.EventWording;

/** Events in words. It remembers the names that parts had and where needs were, so events are told in their order. */
final class Wording implements EventWording<ConceptEvent> {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> coreNeeds = new HashMap<>();

    @Override
    public String tell(ConceptEvent event) {
        return switch (event) {
            case ConceptCreated created -> "Concept \"" + created.name() + "\" " + (created.importedFrom() == null ? "created"
                    : "imported from the document with SHA-256 " + created.importedFrom());
            case DirectionSet set -> "Direction set";
            case PartAdded added -> {
                change(added.part());
                yield named(added.part()) + " added";
            }
            case PartChanged changed -> named(changed.part()) + change(changed.part());
            case PartRemoved removed -> capital(removed.partKind().word()) + name(removed.id()) + " removed";
            case ChannelStatusChanged changed -> "Channel" + name(changed.channel()) + " became " + changed.status()
                    + inSpiteOf(changed.override());
            case ImportanceSet set -> "Importance of need" + name(set.need()) + " set";
            case FitAssessed given -> "Fit of channel" + name(given.channel()) + " for need" + name(given.need())
                    + " assessed at " + given.fit();
            case FitWithdrawn withdrawn -> "Fit of channel" + name(withdrawn.channel()) + " for need" + name(withdrawn.need())
                    + " withdrawn";
            case ConceptProposed proposed -> "Concept proposed";
            case ProposalWithdrawn withdrawn -> "Proposal withdrawn";
            case EditionAdopted adopted -> "Edition " + adopted.edition() + " adopted, in force from "
                    + adopted.inForceFrom();
            case ConceptRetired retired -> "Concept retired";
            case NeedsMerged merged -> {
                coreNeeds.replaceAll((need, core) -> core.equals(merged.need()) ? merged.into() : core);
                yield "Need" + name(merged.need()) + " merged into need" + name(merged.into());
            }
            case NeedSplit split -> {
                split.into().forEach(this::splitOff);
                yield "Need" + name(split.need()) + " split into" + split.into().stream()
                        .map(part -> name(part.need().id())).collect(Collectors.joining(","));
            }
        };
    }

    @Override
    public @Nullable String reason(ConceptEvent event) {
        return switch (event) {
            case ChannelStatusChanged changed -> changed.override() == null ? changed.reason()
                    : changed.override().reason();
            case FitAssessed given -> given.rationale();
            case ConceptProposed proposed -> proposed.reason();
            case ProposalWithdrawn withdrawn -> withdrawn.reason();
            case EditionAdopted adopted -> adopted.reason();
            case ConceptRetired retired -> retired.reason();
            default -> null;
        };
    }

    private static String inSpiteOf(@Nullable GateOverride override) {
        return override == null ? ""
                : " in spite of open requirements: " + override.requirements().stream()
                        .map(requirement -> '"' + requirement.name() + '"').collect(Collectors.joining(", "));
    }

    /** The name that a part has now. */
    String called(String id) {
        return names.getOrDefault(id, id);
    }

    /** A need may have moved to another core need. */
    private String change(Part part) {
        if (!(part instanceof Need need)) {
            return " changed";
        }
        String core = need.coreNeed();
        String former = core == null ? coreNeeds.remove(need.id()) : coreNeeds.put(need.id(), core);
        if (Objects.equals(core, former)) {
            return " changed";
        }
        return core == null ? " became a core need" : " moved to core need" + name(core);
    }

    private void splitOff(SplitOff part) {
        named(part.need());
        change(part.need());
        part.takes().forEach(sub -> coreNeeds.computeIfPresent(sub, (need, core) -> part.need().id()));
    }

    private String named(Part part) {
        names.put(part.id(), part instanceof Joint joint ? joined(joint) : part.name());
        return capital(part.partKind().word()) + name(part.id());
    }

    /** The names that the joined parts have now. */
    private String joined(Joint joint) {
        return joint.joins().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(" – "));
    }

    private String name(String id) {
        return " \"" + names.getOrDefault(id, id) + '"';
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
