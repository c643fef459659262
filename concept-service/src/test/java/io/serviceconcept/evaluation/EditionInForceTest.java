package io.serviceconcept.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.Direction;
import io.serviceconcept.concept.EditionContent;

class EditionInForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void nothingIsInForceBeforeTheFirstDay() {
        assertThat(EditionInForce.on(TODAY, List.of(edition(1, TODAY.plusDays(1))))).isEmpty();
    }

    @Test
    void theFirstDayCounts() {
        assertThat(inForce(edition(1, TODAY))).isEqualTo(1);
    }

    @Test
    void anEditionThatLiesAheadLeavesTheFormerInForce() {
        assertThat(inForce(edition(1, TODAY.minusDays(9)), edition(2, TODAY.plusDays(1)))).isEqualTo(1);
    }

    @Test
    void ofTwoThatTookForceOnTheSameDayTheLastAdoptedCounts() {
        assertThat(inForce(edition(1, TODAY), edition(2, TODAY))).isEqualTo(2);
    }

    @Test
    void ofARetiredConceptNoLaterEditionTakesForce() {
        ConceptRetired retired = new ConceptRetired("Merged", TODAY.minusDays(3));
        assertThat(inForce(edition(1, TODAY.minusDays(9)), edition(2, TODAY.minusDays(1)), retired)).isEqualTo(1);
        assertThat(inForce(edition(1, TODAY.minusDays(9)), edition(2, TODAY.minusDays(3)), retired)).isEqualTo(2);
    }

    private static int inForce(ConceptEvent... events) {
        return EditionInForce.on(TODAY, List.of(events)).orElseThrow().edition().edition();
    }

    private static EditionAdopted edition(int number, LocalDate inForceFrom) {
        Direction direction = new Direction(null, null, List.of(), null, List.of());
        return new EditionAdopted("Our service", number, inForceFrom, Instant.EPOCH, new EditionContent(direction, List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }
}
