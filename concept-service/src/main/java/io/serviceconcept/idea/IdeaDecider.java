package io.serviceconcept.idea;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.serviceconcept.concept.Part;
import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.idea.Idea.Absent;
import io.serviceconcept.idea.Idea.Present;
import io.serviceconcept.idea.Idea.Quote;
import io.serviceconcept.idea.Idea.Tested;
import io.serviceconcept.idea.IdeaCommand.AddTest;
import io.serviceconcept.idea.IdeaCommand.Change;
import io.serviceconcept.idea.IdeaCommand.ChangeTest;
import io.serviceconcept.idea.IdeaCommand.Move;
import io.serviceconcept.idea.IdeaCommand.Propose;
import io.serviceconcept.idea.IdeaCommand.RecordQuote;
import io.serviceconcept.idea.IdeaEvent.IdeaChanged;
import io.serviceconcept.idea.IdeaEvent.IdeaMoved;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;
import io.serviceconcept.idea.IdeaEvent.IdeaPutToTest;
import io.serviceconcept.idea.IdeaEvent.IdeaRealised;
import io.serviceconcept.idea.IdeaEvent.IdeaRejected;
import io.serviceconcept.idea.IdeaEvent.IdeaSelected;
import io.serviceconcept.idea.IdeaEvent.IdeaValidated;
import io.serviceconcept.idea.IdeaEvent.QuoteRecorded;
import io.serviceconcept.idea.IdeaEvent.TestAdded;
import io.serviceconcept.idea.IdeaEvent.TestChanged;
import io.serviceconcept.idea.IdeaRejection.IdeaAbsent;
import io.serviceconcept.idea.IdeaRejection.IdeaExists;
import io.serviceconcept.idea.IdeaRejection.IdeaIsOver;
import io.serviceconcept.idea.IdeaRejection.StateNotNext;
import io.serviceconcept.idea.IdeaRejection.TestAbsent;
import io.serviceconcept.idea.IdeaRejection.TooManyQuotes;
import io.serviceconcept.idea.IdeaRejection.TooManyTests;
import io.serviceconcept.idea.IdeaRejection.UnknownReferences;

/** The rules of an idea: which state follows on which, and that what it names exists. */
final class IdeaDecider implements Decider<IdeaCommand, Idea, IdeaEvent, IdeaRejection> {

    static final int MOST_TESTS = 100;
    static final int MOST_QUOTES = 200;

    @Override
    public Idea initial() {
        return new Absent();
    }

    @Override
    public Decision<IdeaEvent, IdeaRejection> decide(IdeaCommand command, Idea idea) {
        return switch (idea) {
            case Absent absent -> command instanceof Propose propose
                    ? ifAllKnown(propose.outline().references(), propose.known(),
                            () -> Decision.accepted(new IdeaProposed(propose.concept(), propose.outline())))
                    : Decision.rejected(new IdeaAbsent());
            case Present present -> decide(command, present);
        };
    }

    private static Decision<IdeaEvent, IdeaRejection> decide(IdeaCommand command, Present idea) {
        return switch (command) {
            case Propose propose -> Decision.rejected(new IdeaExists());
            case Change change -> change(change, idea);
            case Move move -> idea.state().next().contains(move.to()) ? Decision.accepted(moved(move, idea))
                    : Decision.rejected(new StateNotNext(idea.state(), move.to(), idea.state().next()));
            case AddTest add -> add(add, idea);
            case ChangeTest change -> change(change, idea);
            case RecordQuote quote -> quote(quote, idea);
        };
    }

    private static Decision<IdeaEvent, IdeaRejection> change(Change command, Present idea) {
        if (idea.state().isOver()) {
            return Decision.rejected(new IdeaIsOver(idea.state()));
        }
        return ifAllKnown(command.outline().references(), command.known(),
                () -> command.outline().equals(idea.outline()) ? Decision.accepted()
                        : Decision.accepted(new IdeaChanged(command.outline())));
    }

    private static IdeaMoved moved(Move move, Present idea) {
        String reason = move.reason();
        IdeaOutline outline = idea.outline().following(move.succession());
        return switch (move.to()) {
            case SELECTED -> new IdeaSelected(idea.concept(), outline.title(), outline.origin(), outline.needs(),
                    outline.channels(), reason);
            case IN_TEST -> new IdeaPutToTest(reason);
            case VALIDATED -> new IdeaValidated(reason);
            case REJECTED -> new IdeaRejected(reason);
            case REALISED -> new IdeaRealised(reason);
            case PROPOSED -> throw new IllegalStateException("nothing is followed by PROPOSED");
        };
    }

    private static Decision<IdeaEvent, IdeaRejection> add(AddTest command, Present idea) {
        if (idea.state().isOver()) {
            return Decision.rejected(new IdeaIsOver(idea.state()));
        }
        return idea.tests().size() == MOST_TESTS ? Decision.rejected(new TooManyTests(MOST_TESTS))
                : ifAllKnown(command.test().references(), command.known(),
                        () -> Decision.accepted(new TestAdded(command.test())));
    }

    private static Decision<IdeaEvent, IdeaRejection> change(ChangeTest command, Present idea) {
        Tested present = idea.tests().get(command.test().id());
        if (present == null) {
            return Decision.rejected(new TestAbsent(command.test().id()));
        }
        return ifAllKnown(command.test().references(), command.known(),
                () -> command.test().equals(present.test()) ? Decision.accepted()
                        : Decision.accepted(new TestChanged(command.test())));
    }

    private static Decision<IdeaEvent, IdeaRejection> quote(RecordQuote command, Present idea) {
        Tested present = idea.tests().get(command.test());
        if (present == null) {
            return Decision.rejected(new TestAbsent(command.test()));
        }
        return present.quotes().size() == MOST_QUOTES ? Decision.rejected(new TooManyQuotes(MOST_QUOTES))
                : Decision.accepted(new QuoteRecorded(command.test(), command.quote(), command.text()));
    }

    private static Decision<IdeaEvent, IdeaRejection> ifAllKnown(List<Part.Reference> references, Set<Part.Reference> known,
            Supplier<Decision<IdeaEvent, IdeaRejection>> then) {
        List<Part.Reference> unknown = references.stream().filter(reference -> !known.contains(reference)).toList();
        return unknown.isEmpty() ? then.get() : Decision.rejected(new UnknownReferences(unknown));
    }

    @Override
    public Idea evolve(Idea idea, IdeaEvent event) {
        return switch (new Step(idea, event)) {
            case Step(Absent absent, IdeaProposed proposed) -> absent.proposed(proposed);
            case Step(Present present, IdeaChanged changed) -> present.changed(changed.outline());
            case Step(Present present, IdeaMoved moved) -> present.moved(moved.to());
            case Step(Present present, TestAdded added) -> present.testAdded(added.test());
            case Step(Present present, TestChanged changed) -> present.testChanged(changed.test());
            case Step(Present present, QuoteRecorded quote) -> present.quoted(quote.test(),
                    new Quote(quote.quote(), quote.text()));
            case Step(Idea impossible, IdeaEvent other) -> throw new IllegalStateException(
                    other.getClass().getSimpleName() + " cannot follow on " + impossible.getClass().getSimpleName());
        };
    }

    private record Step(Idea idea, IdeaEvent event) {
    }
}
