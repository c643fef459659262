package io.serviceconcept;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ProblemTexts;

class ProblemTextsTest {

    @Test
    void everyProblemCanBeToldInDutch() {
        ProblemTexts.areAllToldInDutch(List.of("channel-shift-to-itself", "duplicate-channel-shift", "duplicate-hand-over",
                "duplicate-offer", "hand-over-to-itself"), List.of("service-concept"));
    }
}
