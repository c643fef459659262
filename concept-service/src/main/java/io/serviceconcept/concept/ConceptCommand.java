package io.serviceconcept.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.NamedByIdeas.NamingIdea;

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

    /**
     * @param ideas those that name it
     */
    record RemovePart(long seen, PartKind kind, String id, List<NamingIdea> ideas) implements ConceptCommand {
        public RemovePart {
            ideas = List.copyOf(ideas);
        }

        /** Of a part that no idea names. */
        RemovePart(long seen, PartKind kind, String id) {
            this(seen, kind, id, List.of());
        }
    }

    /**
     * @param blocking the open requirements that keep the channel from becoming active, as far as this service has heard
     * @param override why it becomes active all the same; null when they are to be heeded
     */
    record ChangeStatus(long seen, String channel, ChannelStatus status, @Nullable String reason,
            List<OpenRequirement> blocking, @Nullable String override) implements ConceptCommand {
        public ChangeStatus {
            blocking = List.copyOf(blocking);
        }

        /** A change that nothing is known to block. */
        ChangeStatus(long seen, String channel, ChannelStatus status, @Nullable String reason) {
            this(seen, channel, status, reason, List.of(), null);
        }
    }

    record SetImportance(long seen, String need, List<Need.Importance> importance) implements ConceptCommand {
    }

    record AssessFit(String need, String channel, String assessor, int fit, @Nullable String rationale)
            implements
                ConceptCommand {
    }

    /** An assessor takes back a fit. */
    record WithdrawFit(long seen, String need, String channel, String assessor) implements ConceptCommand {
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
     * @param reason null when none is given
     */
    record Propose(Set<String> knownIndicators, @Nullable String reason) implements ConceptCommand {

        Propose(Set<String> knownIndicators) {
            this(knownIndicators, null);
        }
    }

    /**
     * @param reason null when none is given
     */
    record Withdraw(@Nullable String reason) implements ConceptCommand {

        Withdraw() {
            this(null);
        }
    }

    /**
     * @param reason null when none is given
     */
    record Adopt(LocalDate inForceFrom, Instant now, @Nullable String reason) implements ConceptCommand {

        Adopt(LocalDate inForceFrom, Instant now) {
            this(inForceFrom, now, null);
        }
    }

    /**
     * @param today the day it is where the organisation is
     */
    record Retire(String reason, LocalDate today) implements ConceptCommand {
    }

    /**
     * @param importance that of {@code into} from then on; null for the higher of both per group
     * @param importanceSeen the version of the importance of {@code into} that the caller has seen; null without importance
     * @param kept where an assessor gave both needs a fit, that of {@code into} counts, except here
     */
    record MergeNeeds(long seen, String need, String into, @Nullable List<Need.Importance> importance,
            @Nullable Long importanceSeen, List<ConceptEvent.KeptFit> kept) implements ConceptCommand {
    }

    record SplitNeed(long seen, String need, List<NewNeed> into) implements ConceptCommand {
    }

    /**
     * @param takes the ids of the parts that named the need that is split, and are to name this one
     */
    record NewNeed(String id, String name, @Nullable String description, List<String> takes) {
    }
}
