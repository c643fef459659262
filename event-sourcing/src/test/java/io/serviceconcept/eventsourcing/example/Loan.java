package io.serviceconcept.eventsourcing.example;

import java.time.LocalDate;

/** What a decision must know of an item: its methods are the only ways it can go. */
sealed interface Loan {

    record OnTheShelf() implements Loan {
        Loan lent(LoanEvent.Lent event) {
            return new Out(event.until());
        }
    }

    record Out(LocalDate until) implements Loan {
        Loan returned() {
            return new OnTheShelf();
        }
    }
}
