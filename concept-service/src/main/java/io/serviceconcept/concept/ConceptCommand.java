package io.serviceconcept.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What may be asked of a concept. {@code seen} is the version of the part that the caller has seen. */
sealed interface ConceptCommand {

    record Create(String id, String name, String slug, @Nullable String description) implements ConceptCommand {
    }

    record SetDirection(long seen, Direction direction) implements ConceptCommand {
    }

    record AddPart(Part part) implements ConceptCommand {
    }

    record ChangePart(long seen, Part part) implements ConceptCommand {
    }

    record RemovePart(long seen, PartKind kind, String id) implements ConceptCommand {
    }

    record ChangeStatus(long seen, String channel, ChannelStatus status, @Nullable String reason) implements ConceptCommand {
    }

    record SetImportance(long seen, String need, List<Need.Importance> importance) implements ConceptCommand {
    }

    record AssessFit(String need, String channel, String assessor, int fit, @Nullable String rationale)
            implements
                ConceptCommand {
    }

    /** Many fits of one assessor at once: all of them or none. */
    record AssessFits(String assessor, List<Cell> cells) implements ConceptCommand {
        public AssessFits {
            cells = List.copyOf(cells);
        }

        /**
         * @param fit 0–4
         */
        record Cell(String need, String channel, int fit) {
        }
    }

    /**
     * @param knownIndicators the indicators that exist, as far as this service has heard
     */
    record Propose(Set<String> knownIndicators) implements ConceptCommand {
    }

    record Withdraw() implements ConceptCommand {
    }

    record Adopt(LocalDate inForceFrom, Instant now) implements ConceptCommand {
    }

    /**
     * @param today the day it is where the organisation is
     */
    record Retire(String reason, LocalDate today) implements ConceptCommand {
    }
}
