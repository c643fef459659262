package io.serviceconcept.wiring;

import io.serviceconcept.eventsourcing.testing.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theRulesOfTheHouseAreKept() {
        HouseRules.check();
    }
}
