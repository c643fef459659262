package io.serviceconcept.eventsourcing.example;

import java.time.LocalDate;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.example.Loan.OnTheShelf;
import io.serviceconcept.eventsourcing.example.Loan.Out;
import io.serviceconcept.eventsourcing.example.LoanEvent.Lent;
import io.serviceconcept.eventsourcing.example.LoanEvent.Returned;

final class LoanDecider implements Decider<LoanDecider.Command, Loan, LoanEvent, LoanDecider.Rejection> {

    sealed interface Command {
        record Lend(String card, LocalDate today) implements Command {
        }

        record TakeBack(LocalDate today) implements Command {
        }
    }

    sealed interface Rejection {
        record LentAlready(LocalDate until) implements Rejection {
        }

        record NotLent() implements Rejection {
        }
    }

    @Override
    public Loan initial() {
        return new OnTheShelf();
    }

    @Override
    public Decision<LoanEvent, Rejection> decide(Command command, Loan loan) {
        return switch (command) {
            case Command.Lend lend when loan instanceof Out out -> Decision.rejected(new Rejection.LentAlready(out.until()));
            case Command.Lend lend -> Decision.accepted(new Lent(lend.card(), lend.today().plusWeeks(3)));
            case Command.TakeBack back when loan instanceof Out -> Decision.accepted(new Returned(back.today()));
            case Command.TakeBack back -> Decision.rejected(new Rejection.NotLent());
        };
    }

    @Override
    public Loan evolve(Loan loan, LoanEvent event) {
        return switch (event) {
            case Lent lent when loan instanceof OnTheShelf shelf -> shelf.lent(lent);
            case Returned returned when loan instanceof Out out -> out.returned();
            default -> throw new IllegalStateException(event + " cannot follow on " + loan);
        };
    }
}
