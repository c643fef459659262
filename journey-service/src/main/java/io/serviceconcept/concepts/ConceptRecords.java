package io.serviceconcept.concepts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What this service reads of the contracts of concept-service. A record without a field it needs cannot be used. */
final class ConceptRecords {

    private ConceptRecords() {
    }

    record ConceptCreated(UUID concept, String name) {
        ConceptCreated {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(name, "name");
        }
    }

    record Part(UUID id, String name) {
        Part {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
        }
    }

    record Channel(UUID id, String name, String status) {
        Channel {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(status, "status");
        }
    }

    record CustomerGroupDrafted(UUID concept, Part group) {
        CustomerGroupDrafted {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(group, "group");
        }
    }

    record ChannelDrafted(UUID concept, Channel channel) {
        ChannelDrafted {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(channel, "channel");
        }
    }

    record NeedDrafted(UUID concept, Part need) {
        NeedDrafted {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(need, "need");
        }
    }

    record ObjectiveDrafted(UUID concept, Part objective) {
        ObjectiveDrafted {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(objective, "objective");
        }
    }

    /** {@code part} is the kind of part; more kinds may come. */
    record PartRemoved(UUID concept, String part, UUID id) {
        PartRemoved {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(id, "id");
        }
    }

    record EditionAdopted(UUID concept, @Nullable Integer edition, LocalDate inForceFrom, List<Part> groups,
            List<Channel> channels, List<Part> needs, List<Part> objectives) {
        EditionAdopted {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(edition, "edition");
            Objects.requireNonNull(inForceFrom, "inForceFrom");
            groups = List.copyOf(groups);
            channels = List.copyOf(channels);
            needs = List.copyOf(needs);
            objectives = List.copyOf(objectives);
        }

        int number() {
            return Objects.requireNonNull(edition);
        }
    }

    record ConceptRetired(UUID concept) {
        ConceptRetired {
            Objects.requireNonNull(concept, "concept");
        }
    }

    /** {@code need} left the draft. */
    record NeedsMerged(UUID concept, UUID need, UUID into) {
        NeedsMerged {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(need, "need");
            Objects.requireNonNull(into, "into");
        }
    }

    /** {@code need} left the draft, and these came. */
    record NeedSplit(UUID concept, UUID need, List<SplitOff> into) {
        NeedSplit {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(need, "need");
            into = List.copyOf(into);
        }
    }

    record SplitOff(Part need) {
        SplitOff {
            Objects.requireNonNull(need, "need");
        }
    }

    record ChannelStatusChanged(UUID concept, UUID channel, String status) {
        ChannelStatusChanged {
            Objects.requireNonNull(concept, "concept");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(status, "status");
        }
    }
}
