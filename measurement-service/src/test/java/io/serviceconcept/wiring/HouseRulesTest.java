package io.serviceconcept.wiring;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.HouseRules;

class HouseRulesTest {

    @Test
    void theRulesOfTheHouseAreKept() {
        HouseRules.check();
    }
}
