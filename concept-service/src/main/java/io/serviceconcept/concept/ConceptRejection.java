package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.NamedByIdeas.NamingIdea;

/** Why a command is refused, with what the caller needs to know. */
sealed interface ConceptRejection {

    record ConceptAbsent() implements ConceptRejection {
    }

    record ConceptExists() implements ConceptRejection {
    }

    record PartAbsent(PartKind kind, String id) implements ConceptRejection {
    }

    /** The assessor gave no fit there. */
    record FitAbsent() implements ConceptRejection {
    }

    /** Importance for groups that the concept does not have. */
    record ImportanceForUnknownGroups(List<Part.Reference> groups) implements ConceptRejection {
    }

    /** A sub-need of a need that the concept does not have would be an orphan. */
    record UnknownCoreNeed(Part.Reference coreNeed) implements ConceptRejection {
    }

    /**
     * @param actual the part's version
     */
    record Stale(long actual) implements ConceptRejection {
    }

    record DuplicateName(PartKind kind, String name) implements ConceptRejection {
    }

    record TooManyParts(PartKind kind) implements ConceptRejection {
    }

    /**
     * @param most how many a concept holds
     */
    record TooManyFits(int most) implements ConceptRejection {
    }

    record UnknownReferences(List<Part.Reference> references) implements ConceptRejection {
    }

    record StillReferredTo(List<Referrer> referrers, List<NamingIdea> ideas) implements ConceptRejection {
        /** By nothing but parts. */
        StillReferredTo(List<Referrer> referrers) {
            this(referrers, List.of());
        }
    }

    /** A part that names the one to be removed. */
    record Referrer(PartKind kind, String id, String name) {
    }

    /** A sub-need supports a core need, never another sub-need. */
    record NeedsHaveTwoLevels(String detail) implements ConceptRejection {
    }

    record ChannelRetired(String channel) implements ConceptRejection {
    }

    record StatusNotNext(ChannelStatus from, ChannelStatus to) implements ConceptRejection {
    }

    /** The channel has requirements that are open and block it. */
    record ChannelNotReady(List<OpenRequirement> blocking) implements ConceptRejection {
    }

    record IsProposed() implements ConceptRejection {
    }

    record IsNotProposed() implements ConceptRejection {
    }

    record NotCoherent(List<BlockingReason> reasons) implements ConceptRejection {
    }

    /**
     * One reason why a concept cannot be proposed.
     *
     * @param code stable, for programs
     * @param message for people
     * @param subject the id of the part it is about; null when it is about the whole
     */
    record BlockingReason(String code, String message, @Nullable String subject) {
    }

    /**
     * @param former the day from which the former edition is in force
     */
    record InForceBeforeFormer(LocalDate former) implements ConceptRejection {
    }

    /** The edition would take force after objectives or channel shifts of it were due. */
    record DueBeforeInForce(List<DuePart> due) implements ConceptRejection {
    }

    /** A part with the day by which it is to be reached. */
    record DuePart(PartKind kind, String id, String name, LocalDate dueDate) {
    }

    record IsRetired() implements ConceptRejection {
    }

    /**
     * Two parts of a kind that join the same parts.
     *
     * @param other the one that is there
     */
    record DuplicateJoint(PartKind kind, String other) implements ConceptRejection {
    }

    /** A hand-over or a shift from a channel to the same channel. */
    record ToItself(PartKind kind) implements ConceptRejection {
    }

    /**
     * @param pointer the date that comes too early, as a JSON Pointer
     */
    record DatesOutOfOrder(String pointer, String detail) implements ConceptRejection {
    }

    record NeedsFormACycle(String detail) implements ConceptRejection {
    }

    record MergedWithItself() implements ConceptRejection {
    }

    /** The sub-needs of a core need would be under a sub-need. */
    record SubNeedsUnderSubNeed() implements ConceptRejection {
    }

    /**
     * @param pointers where cells are named that nobody assessed for both needs, as JSON Pointers
     */
    record FitsNotInConflict(List<String> pointers) implements ConceptRejection {
    }

    record FewerThanTwo() implements ConceptRejection {
    }

    /**
     * @param orphans what named the need that is split, and none of the new ones takes
     */
    record SplitLeavesOrphans(List<Referrer> orphans) implements ConceptRejection {
    }

    record TakenTwice(List<String> pointers) implements ConceptRejection {
    }

    record TakesWhatDoesNotRefer(List<String> pointers) implements ConceptRejection {
    }
}
