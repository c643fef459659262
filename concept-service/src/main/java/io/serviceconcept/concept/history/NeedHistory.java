package io.serviceconcept.concept.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedRemoved;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.history.NeedHistoryResource.NeedHistoryEntry;
import io.serviceconcept.concept.history.NeedHistoryResource.NeedThen;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.history.Histories;

/** Picks what is about a need out of the events of its concept, back through the needs it came from. */
final class NeedHistory {

    private final List<RecordedEvent> events;
    private final EventTypes types;

    /**
     * @param events all events of the concept, the first first
     */
    NeedHistory(List<RecordedEvent> events, EventTypes types) {
        this.events = events;
        this.types = types;
    }

    /** What happened to the need and to those it came from; nothing when there never was such a need. */
    List<NeedHistoryEntry> of(String need) {
        Set<Long> versions = versions(need);
        Wording wording = new Wording();
        List<NeedHistoryEntry> entries = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            ConceptEvent event = (ConceptEvent) recorded.event();
            String what = wording.tell(event);
            if (versions.contains(recorded.version())) {
                entries.add(new NeedHistoryEntry(recorded.version(), types.nameOf(event.getClass()), what,
                        recorded.metadata().actor(), recorded.recordedAt(),
                        Histories.why(recorded, wording.reason(event)), named(ended(event), wording),
                        named(became(event), wording)));
            }
        }
        return entries;
    }

    /** Backwards: what a need came from is of its history up to the moment in which it came from it. */
    private Set<Long> versions(String need) {
        Set<Long> versions = new HashSet<>();
        Set<String> followed = new HashSet<>(Set.of(need));
        for (RecordedEvent recorded : events.reversed()) {
            ConceptEvent event = (ConceptEvent) recorded.event();
            if (about(event).stream().anyMatch(followed::contains)) {
                versions.add(recorded.version());
                if (became(event).stream().anyMatch(followed::contains)) {
                    followed.addAll(ended(event));
                }
            }
        }
        return versions;
    }

    private static List<String> about(ConceptEvent event) {
        return switch (event) {
            case PartAdded added -> need(added.part());
            case PartChanged changed -> need(changed.part());
            case NeedRemoved removed -> List.of(removed.id());
            case ImportanceSet set -> List.of(set.need());
            case FitAssessed given -> List.of(given.need());
            case FitWithdrawn withdrawn -> List.of(withdrawn.need());
            case NeedsMerged merged -> List.of(merged.need(), merged.into());
            case NeedSplit split -> {
                List<String> needs = new ArrayList<>(became(split));
                needs.add(split.need());
                yield needs;
            }
            default -> List.of();
        };
    }

    private static List<String> need(Part part) {
        return part instanceof Need need ? List.of(need.id()) : List.of();
    }

    private static List<String> ended(ConceptEvent event) {
        return switch (event) {
            case NeedsMerged merged -> List.of(merged.need());
            case NeedSplit split -> List.of(split.need());
            default -> List.of();
        };
    }

    private static List<String> became(ConceptEvent event) {
        return switch (event) {
            case NeedsMerged merged -> List.of(merged.into());
            case NeedSplit split -> split.into().stream().map(part -> part.need().id()).toList();
            default -> List.of();
        };
    }

    private static List<NeedThen> named(List<String> needs, Wording wording) {
        return needs.stream().map(id -> new NeedThen(id, wording.called(id))).toList();
    }
}
