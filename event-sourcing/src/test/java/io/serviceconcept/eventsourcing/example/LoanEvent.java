package io.serviceconcept.eventsourcing.example;

import java.time.LocalDate;

import io.serviceconcept.eventsourcing.EventTypes;

sealed interface LoanEvent {

    record Lent(String card, LocalDate until) implements LoanEvent {
    }

    record Returned(LocalDate on) implements LoanEvent {
    }

    EventTypes TYPES = EventTypes.builder()
            .add("loan.lent.v1", Lent.class)
            .add("loan.returned.v1", Returned.class)
            .build();
}
