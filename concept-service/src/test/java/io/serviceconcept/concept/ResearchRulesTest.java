package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.coherent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.InsightAdded;
import io.serviceconcept.concept.ConceptEvent.InsightChanged;
import io.serviceconcept.concept.ConceptEvent.InsightRemoved;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityAdded;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityChanged;
import io.serviceconcept.concept.ConceptEvent.ResearchActivityRemoved;
import io.serviceconcept.concept.ConceptRejection.DatesOutOfOrder;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.StillReferredTo;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.concept.Part.Reference;
import io.serviceconcept.concept.ResearchActivity.OrganisationLevel;
import io.serviceconcept.concept.ResearchActivity.ResearchKind;

class ResearchRulesTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);
    private static final ResearchActivity TALKS = talks(MONDAY.plusDays(4));
    private static final Insight WORRIED = new Insight("in1", "Who is worried wants a person", null, List.of("19 of 24"),
            "r1", List.of("n1"));

    @Test
    void researchIsAddedChangedAndRemoved() {
        coherent().when(new AddPart(TALKS)).then(new ResearchActivityAdded(TALKS));
        coherent().given(new ResearchActivityAdded(TALKS)).when(new ChangePart(7, talks(MONDAY)))
                .then(new ResearchActivityChanged(talks(MONDAY)));
        coherent().given(new ResearchActivityAdded(TALKS)).when(new RemovePart(7, PartKind.RESEARCH_ACTIVITY, "r1"))
                .then(new ResearchActivityRemoved("r1"));
    }

    @Test
    void anInsightIsAddedChangedAndRemoved() {
        Insight bare = new Insight("in1", "Who is worried wants a person", "All of them", List.of(), null, List.of());
        coherent().given(new ResearchActivityAdded(TALKS)).when(new AddPart(WORRIED)).then(new InsightAdded(WORRIED));
        coherent().given(new ResearchActivityAdded(TALKS), new InsightAdded(WORRIED)).when(new ChangePart(8, bare))
                .then(new InsightChanged(bare));
        coherent().given(new ResearchActivityAdded(TALKS), new InsightAdded(WORRIED))
                .when(new RemovePart(8, PartKind.INSIGHT, "in1")).then(new InsightRemoved("in1"));
    }

    @Test
    void researchDoesNotEndBeforeItBegins() {
        coherent().when(new AddPart(talks(MONDAY.minusDays(1))))
                .thenRejected(new DatesOutOfOrder("/endDate", "lies before the start, 2025-09-01"));
        coherent().when(new AddPart(talks(MONDAY))).then(new ResearchActivityAdded(talks(MONDAY)));
        coherent().when(new AddPart(talks(null))).then(new ResearchActivityAdded(talks(null)));
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        coherent().when(new AddPart(new Insight("in1", "A", null, List.of(), "r9", List.of("n1", "n9"))))
                .thenRejected(new UnknownReferences(
                        List.of(new Reference(PartKind.RESEARCH_ACTIVITY, "r9", "/researchActivity"),
                                new Reference(PartKind.NEED, "n9", "/needs/1"))));
        coherent()
                .when(new AddPart(new ResearchActivity("r1", "A", null, ResearchKind.SURVEY, MONDAY, null, 900,
                        List.of("g9"), null)))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.CUSTOMER_GROUP, "g9", "/groups/0"))));
    }

    @Test
    void whatAnInsightNamesStays() {
        StillReferredTo still = new StillReferredTo(List.of(new Referrer(PartKind.INSIGHT, "in1", WORRIED.name())));
        coherent().given(new ResearchActivityAdded(TALKS), new InsightAdded(WORRIED))
                .when(new RemovePart(7, PartKind.RESEARCH_ACTIVITY, "r1")).thenRejected(still);
        coherent().given(new ResearchActivityAdded(TALKS), new InsightAdded(WORRIED))
                .when(new RemovePart(5, PartKind.NEED, "n1")).thenRejected(still);
    }

    @Test
    void nothingOfItChangesWhileProposed() {
        coherent().given(new ConceptProposed()).when(new AddPart(TALKS)).thenRejected(new IsProposed());
    }

    @Test
    void anEditionHoldsIt() {
        Instant now = Instant.parse("2026-01-15T10:00:00Z");
        coherent().given(new ResearchActivityAdded(TALKS), new InsightAdded(WORRIED), new ConceptProposed())
                .when(new Adopt(MONDAY, now))
                .then(new EditionAdopted("Our service", 1, MONDAY, now,
                        new EditionContent(Direction.NONE, List.of(Given.LAYER), List.of(Given.EVERYBODY),
                                List.of(Given.WEB), List.of(Given.CORE), List.of(), List.of(), List.of(Given.SATISFIED),
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(TALKS),
                                List.of(WORRIED))));
    }

    private static ResearchActivity talks(@Nullable LocalDate end) {
        return new ResearchActivity("r1", "Talks at the desk", null, ResearchKind.INTERNAL_SESSION, MONDAY, end, 24,
                List.of("g1"), OrganisationLevel.OPERATIONAL);
    }
}
