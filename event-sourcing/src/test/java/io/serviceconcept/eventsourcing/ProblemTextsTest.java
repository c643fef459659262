package io.serviceconcept.eventsourcing;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ProblemTexts;

class ProblemTextsTest {

    @Test
    void everyProblemCanBeToldInDutch() {
        ProblemTexts.areAllToldInDutch(List.of("forbidden", "unauthenticated", "unavailable"), List.of());
    }
}
