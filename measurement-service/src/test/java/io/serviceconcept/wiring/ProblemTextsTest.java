package io.serviceconcept.wiring;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ProblemTexts;

class ProblemTextsTest {

    @Test
    void everyProblemCanBeToldInDutch() {
        ProblemTexts.areAllToldInDutch(List.of(), List.of("x-gzip"));
    }
}
