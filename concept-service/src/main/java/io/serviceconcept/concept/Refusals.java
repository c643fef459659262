package io.serviceconcept.concept;

import java.util.List;

import io.serviceconcept.concept.ConceptRejection.ChannelNotReady;
import io.serviceconcept.concept.ConceptRejection.ChannelRetired;
import io.serviceconcept.concept.ConceptRejection.ConceptAbsent;
import io.serviceconcept.concept.ConceptRejection.ConceptExists;
import io.serviceconcept.concept.ConceptRejection.DatesOutOfOrder;
import io.serviceconcept.concept.ConceptRejection.DueBeforeInForce;
import io.serviceconcept.concept.ConceptRejection.DuePart;
import io.serviceconcept.concept.ConceptRejection.DuplicateJoint;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.FewerThanTwo;
import io.serviceconcept.concept.ConceptRejection.FitAbsent;
import io.serviceconcept.concept.ConceptRejection.FitsNotInConflict;
import io.serviceconcept.concept.ConceptRejection.ImportanceForUnknownGroups;
import io.serviceconcept.concept.ConceptRejection.InForceBeforeFormer;
import io.serviceconcept.concept.ConceptRejection.IsNotProposed;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.IsRetired;
import io.serviceconcept.concept.ConceptRejection.MergedWithItself;
import io.serviceconcept.concept.ConceptRejection.NeedsFormACycle;
import io.serviceconcept.concept.ConceptRejection.NeedsHaveTwoLevels;
import io.serviceconcept.concept.ConceptRejection.NotCoherent;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.SplitLeavesOrphans;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StatusNotNext;
import io.serviceconcept.concept.ConceptRejection.StillReferredTo;
import io.serviceconcept.concept.ConceptRejection.SubNeedsUnderSubNeed;
import io.serviceconcept.concept.ConceptRejection.TakenTwice;
import io.serviceconcept.concept.ConceptRejection.TakesWhatDoesNotRefer;
import io.serviceconcept.concept.ConceptRejection.ToItself;
import io.serviceconcept.concept.ConceptRejection.TooManyFits;
import io.serviceconcept.concept.ConceptRejection.TooManyParts;
import io.serviceconcept.concept.ConceptRejection.UnknownCoreNeed;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.eventsourcing.StaleVersion;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Violation;

/** How each rejection is answered. */
final class Refusals {

    private Refusals() {
    }

    static RuntimeException exception(ConceptRejection rejection) {
        return rejection instanceof Stale stale ? new StaleVersion(stale.actual()) : problem(rejection).exception();
    }

    /** What is wrong with a part, at the places in it that can be told. */
    static List<Violation> violations(ConceptRejection rejection) {
        Problem problem = problem(rejection);
        return problem.errors().isEmpty() ? List.of(new Violation("", problem.detail())) : problem.errors();
    }

    private static Problem problem(ConceptRejection rejection) {
        return switch (rejection) {
            case ConceptAbsent absent -> Problem.notFound();
            case PartAbsent absent -> Problem.notFound();
            case FitAbsent absent -> Problem.notFound();
            case ImportanceForUnknownGroups unknown -> conflict("importance-for-unknown-group",
                    "Importance for an unknown group",
                    "The concept has no such customer group; errors lists all of them.")
                    .withErrors(unknown.groups().stream().map(Refusals::violation).toList());
            case UnknownCoreNeed unknown -> conflict("unknown-core-need", "Unknown core need",
                    "A sub-need supports a need of the concept; the concept has no such need.")
                    .withErrors(List.of(violation(unknown.coreNeed())));
            case Stale stale -> throw new IllegalArgumentException("answered as a stale version");
            case ConceptExists exists -> conflict("concept-exists", "Concept exists", "The concept exists already.");
            case DuplicateName taken -> conflict("duplicate-name", "Duplicate name",
                    "The concept has another " + taken.kind().word() + " named \"" + taken.name()
                            + "\"; capitals and accents make no difference.");
            case TooManyParts many -> conflict("too-many-parts", "Too many parts", "A concept holds at most "
                    + many.kind().most() + " parts of a kind like this: " + many.kind().word() + ".");
            case TooManyFits many -> conflict("too-many-fits", "Too many fits",
                    "A concept holds at most " + many.most() + " fits, those of all assessors together.");
            case UnknownReferences unknown -> conflict("unknown-reference", "Unknown reference",
                    "The concept has no such part; errors lists all of them.")
                    .withErrors(unknown.references().stream().map(Refusals::violation).toList());
            case StillReferredTo still -> conflict("still-referred-to", "Still referred to",
                    "Other parts of the concept or open ideas name it; references and ideas list all of them.")
                    .with("references", still.referrers()).with("ideas", still.ideas());
            case NeedsHaveTwoLevels levels -> conflict("needs-have-two-levels", "Needs have two levels", levels.detail());
            case ChannelRetired retired -> conflict("channel-is-retired", "Channel is retired",
                    "A channel that is retired serves no need any more.");
            case StatusNotNext status -> conflict("status-not-next", "Status cannot follow",
                    "A channel that is " + status.from() + " cannot become " + status.to() + "; it can become "
                            + status.from().next().stream().sorted().toList() + ".")
                    .with("allowed", status.from().next().stream().sorted().toList());
            case ChannelNotReady waiting -> conflict("channel-not-ready", "Channel is not ready",
                    "A channel becomes active when its blocking requirements are fulfilled or waived; errors lists those that"
                            + " are open. A manager can override them, with a reason.")
                    .withErrors(waiting.blocking().stream()
                            .map(open -> new Violation("/status", open.inWords())).toList())
                    .with("requirements", waiting.blocking());
            case IsProposed proposed -> conflict("concept-is-proposed", "Concept is proposed",
                    "The concept lies before the management. Withdraw the proposal to change it.");
            case IsNotProposed draft -> conflict("concept-is-not-proposed", "Concept is not proposed",
                    "Only a concept that is proposed can be adopted or withdrawn.");
            case NotCoherent incoherent -> conflict("concept-not-coherent", "Concept is not coherent",
                    "The concept cannot be proposed yet; blockingReasons lists every reason.")
                    .with("blockingReasons", incoherent.reasons().stream().map(ToldReason::of).toList());
            case InForceBeforeFormer former -> conflict("edition-before-former", "Edition before the former one",
                    "The former edition is in force from " + former.former() + "; a next one cannot be earlier.");
            case DueBeforeInForce late -> conflict("due-before-in-force", "Due before it is in force",
                    "The edition would take force after some of it was due; errors and references list all of that. Give it a"
                            + " later due date, or leave it out.")
                    .withErrors(late.due().stream().map(Refusals::violation).toList()).with("references", late.due());
            case IsRetired retired -> conflict("concept-is-retired", "Concept is retired",
                    "The concept is over: it can be read, but nothing of it changes any more.");
            case DuplicateJoint duplicate -> conflict("duplicate-" + kebab(duplicate.kind()),
                    "Duplicate " + duplicate.kind().word(),
                    "The concept has such " + (duplicate.kind() == PartKind.OFFER ? "an " : "a ") + duplicate.kind().word()
                            + " already; existing is its id.")
                    .with("existing", duplicate.other());
            case ToItself itself -> conflict(kebab(itself.kind()) + "-to-itself",
                    "A " + itself.kind().word() + " to itself",
                    "A " + itself.kind().word() + " goes from one channel to another.");
            case DatesOutOfOrder dates -> conflict("dates-out-of-order", "Dates out of order",
                    "What ends cannot end before it begins.")
                    .withErrors(List.of(new Violation(dates.pointer(), dates.detail())));
            case NeedsFormACycle cycle -> conflict("needs-form-a-cycle", "Needs form a cycle", cycle.detail());
            case MergedWithItself itself -> conflict("need-merged-with-itself", "Need merged with itself",
                    "A need goes up in another need.");
            case SubNeedsUnderSubNeed under -> conflict("sub-needs-under-a-sub-need", "Sub-needs under a sub-need",
                    "A core need that has sub-needs goes up in a core need only. Move its sub-needs first.");
            case FitsNotInConflict none -> conflict("fits-not-in-conflict", "Fits not in conflict",
                    "Only where an assessor gave both needs a fit, one of the two is kept.")
                    .withErrors(at(none.pointers(), "names no channel for which this assessor gave both needs a fit"));
            case FewerThanTwo fewer -> conflict("split-into-fewer-than-two", "Split into fewer than two",
                    "A need is split into two needs or more.");
            case SplitLeavesOrphans left -> conflict("split-leaves-orphans", "Split leaves orphans",
                    "Each part that names the need is taken by one of the new needs; references lists those that are not.")
                    .with("references", left.orphans());
            case TakenTwice twice -> conflict("taken-by-two-needs", "Taken by two needs",
                    "A part that names the need is taken by one of the new needs only: a sub-need has one core need.")
                    .withErrors(at(twice.pointers(), "is taken already"));
            case TakesWhatDoesNotRefer none -> conflict("takes-what-does-not-refer", "Takes what does not refer",
                    "A new need takes sub-needs, objectives and service levels that name the need that is split.")
                    .withErrors(at(none.pointers(), "does not name the need that is split"));
        };
    }

    static Problem slugTaken(String slug) {
        return conflict("slug-taken", "Slug is taken", "Your organisation has a concept with the slug \"" + slug + "\".");
    }

    private static Problem conflict(String type, String title, String detail) {
        return Problem.of(409, type, title, detail);
    }

    private static List<Violation> at(List<String> pointers, String message) {
        return pointers.stream().map(pointer -> new Violation(pointer, message)).toList();
    }

    private static Violation violation(Part.Reference reference) {
        return new Violation(reference.pointer(), "is not a " + reference.kind().word() + " of this concept: "
                + reference.id());
    }

    private static Violation violation(DuePart part) {
        return new Violation("/inForceFrom",
                "lies after the due date of the " + part.kind().word() + " \"" + part.name() + "\", " + part.dueDate());
    }

    private static String kebab(PartKind kind) {
        return kind.word().replace(' ', '-');
    }
}
