package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/** The tag of a concept while a day makes a difference. */
class ConceptTagTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void itIsTheVersionWhenNoEditionLiesAhead() {
        assertThat(tag(TODAY, Given.CREATED)).isEqualTo("1");
        assertThat(tag(TODAY, Given.CREATED, new ConceptProposed(), edition(1, TODAY))).isEqualTo("3");
    }

    @Test
    void itChangesOnTheDayThatAnEditionTakesForce() {
        ConceptEvent[] events = { Given.CREATED, new ConceptProposed(), edition(1, TODAY), new ConceptProposed(),
                edition(2, TODAY.plusDays(1)), new ConceptProposed(), edition(3, TODAY.plusDays(2)) };

        assertThat(tag(TODAY, events)).isEqualTo("7-1");
        assertThat(tag(TODAY.plusDays(1), events)).isEqualTo("7-2");
        assertThat(tag(TODAY.plusDays(2), events)).isEqualTo("7");
        assertThat(ConceptView.of(folded(events), TODAY).editionInForce()).isEqualTo(1);
        assertThat(ConceptView.of(folded(events), TODAY.plusDays(1)).editionInForce()).isEqualTo(2);
    }

    @Test
    void daysMakeNoDifferenceToAConceptThatIsRetired() {
        ConceptEvent[] events = { Given.CREATED, new ConceptProposed(), edition(1, TODAY.plusDays(1)),
                new ConceptRetired("Merged", TODAY) };

        assertThat(tag(TODAY, events)).isEqualTo("4");
        assertThat(tag(TODAY.plusDays(1), events)).isEqualTo("4");
    }

    @Test
    void aChangeBuildsOnTheVersionInIt() {
        assertThat(ConceptTag.required("\"7-1\"")).isEqualTo(7);
        assertThat(ConceptTag.required("\"7\"")).isEqualTo(7);
        assertThatThrownBy(() -> ConceptTag.required("\"7-x\"")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ConceptTag.required(null)).hasMessageContaining("428");
    }

    private static String tag(LocalDate day, ConceptEvent... events) {
        return ConceptTag.of(folded(events), day).getValue();
    }

    private static Concept folded(ConceptEvent... events) {
        ConceptDecider decider = new ConceptDecider();
        Concept concept = decider.initial();
        for (ConceptEvent event : events) {
            concept = decider.evolve(concept, event);
        }
        return concept;
    }

    private static EditionAdopted edition(int number, LocalDate inForceFrom) {
        return new EditionAdopted("Our service", number, inForceFrom, Instant.EPOCH,
                EditionRules.content(folded(Given.CREATED).draft()));
    }
}
