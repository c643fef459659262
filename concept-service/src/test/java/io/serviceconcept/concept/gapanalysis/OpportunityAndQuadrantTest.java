package io.serviceconcept.concept.gapanalysis;

import static io.serviceconcept.concept.gapanalysis.MatrixEvents.analysis;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.channel;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.fit;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.group;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.importance;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.need;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysisWarning;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.MatrixCell;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedCoverage;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedOpportunity;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.PairMeasurement;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.QuadrantCut;
import io.serviceconcept.concept.gapanalysis.Measurements.Gathered;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;
import io.serviceconcept.concept.gapanalysis.Quadrants.Quadrant;

/** Where the chances lie, where needs stand beside each other, and what customers say beside what people think. */
class OpportunityAndQuadrantTest {

    private static final Measurement SIX = new Measurement(new BigDecimal("2.5"), new BigDecimal("2"), new BigDecimal("3"),
            120L, "2026-11", LocalDate.of(2026, 11, 1));

    @Test
    void anOpportunityIsWhatMattersAndIsNotServed() {
        GapAnalysis analysis = analysis(sheet(group("a", "50"), group("b", "50"), channel("web"), need("x", null),
                importance("x", "a", 5, "b", 2), fit("x", "web", "d", 2)));

        // importance 10 and satisfaction 5: 10 + 5; importance 2.5 and satisfaction 5: 2.5 + 0
        assertThat(only(analysis).groups()).extracting(NeedCoverage::opportunity).containsExactly(
                new NeedOpportunity(new BigDecimal("15"), new BigDecimal("10"), new BigDecimal("5"), Basis.ASSESSED),
                new NeedOpportunity(new BigDecimal("2.5"), new BigDecimal("2.5"), new BigDecimal("5"), Basis.ASSESSED));
    }

    @Test
    void importanceZeroGivesNoOpportunityAndNeitherDoesWhatIsUnknown() {
        GapAnalysis analysis = analysis(sheet(group("a", "30"), group("b", "70"), channel("web"), need("x", null),
                importance("x", "a", 0), fit("x", "web", "d", 2)));
        assertThat(only(analysis).groups()).extracting(NeedCoverage::opportunity).containsOnlyNulls();

        GapAnalysis unassessed = analysis(sheet(group("a", "100"), channel("web"), need("x", null), importance("x", "a", 5)));
        assertThat(only(unassessed).groups()).extracting(NeedCoverage::opportunity).containsOnlyNulls();
    }

    @Test
    void whereTheGroupWasAskedItsAnswersAreTheSatisfaction() {
        Gathered gathered = new Gathered();
        gathered.ofGroup("x", "a", SIX);
        GapAnalysis analysis = analysed(sheet(group("a", "100"), channel("web"), need("x", null), importance("x", "a", 5),
                fit("x", "web", "d", 4)), Basis.ASSESSED, gathered);

        // 10 + (10 − 2.5 · 2.5)
        assertThat(only(analysis).groups().getFirst().opportunity()).isEqualTo(new NeedOpportunity(
                new BigDecimal("13.75"), new BigDecimal("10"), new BigDecimal("6.25"), Basis.MEASURED));
    }

    @Test
    void needsAreCutAtTheirMeansAndTiesAreHigh() {
        // priorities 5, 3, 1: mean 3; coverages 0.5, 1, 0.25: (5·½ + 3·1 + 1·¼) ÷ 9
        GapAnalysis analysis = analysis(sheet(group("a", "100"), channel("web"), need("x", null), need("y", null),
                need("z", null), need("unknown", null), importance("x", "a", 5), importance("y", "a", 3),
                importance("z", "a", 1), fit("x", "web", "d", 2), fit("y", "web", "d", 4), fit("z", "web", "d", 1),
                fit("unknown", "web", "d", 4)));

        assertThat(analysis.cut()).isEqualTo(new QuadrantCut(new BigDecimal("3"), new BigDecimal("0.638889")));
        assertThat(analysis.needs()).extracting(AnalysedNeed::id, AnalysedNeed::quadrant).containsExactly(
                tuple("x", Quadrant.CONCENTRATE_HERE),
                tuple("y", Quadrant.KEEP_IT_UP),
                tuple("z", Quadrant.LOW_PRIORITY),
                tuple("unknown", null));
    }

    @Test
    void whatNobodyAssessedWeighsInTheMeanPriorityButNotInTheMeanCoverage() {
        // priorities 5, 2, 3: mean 10 ÷ 3; coverage of the two that were assessed: ½
        GapAnalysis analysis = analysis(sheet(group("a", "100"), channel("web"), need("x", null), need("y", null),
                need("z", null), importance("x", "a", 5), importance("y", "a", 2), importance("z", "a", 3),
                fit("y", "web", "d", 2), fit("z", "web", "d", 2)));

        assertThat(analysis.cut()).isEqualTo(new QuadrantCut(new BigDecimal("3.333333"), new BigDecimal("0.5")));
        assertThat(analysis.needs()).extracting(AnalysedNeed::id, AnalysedNeed::quadrant).containsExactly(
                tuple("x", null), tuple("z", Quadrant.POSSIBLE_OVERKILL), tuple("y", Quadrant.POSSIBLE_OVERKILL));
    }

    @Test
    void equalNeedsAreAllHighAlsoWhenTheirFiguresDoNotEnd() {
        // each priority is a third
        GapAnalysis analysis = analysis(sheet(group("a", "1"), group("b", "1"), group("c", "1", "web"), channel("web"),
                channel("desk"), need("x", null), need("y", null), importance("x", "a", 1, "b", 0, "c", 0),
                importance("y", "b", 1, "a", 0, "c", 0), fit("x", "web", "d", 3), fit("y", "web", "d", 3),
                fit("x", "desk", "d", 1), fit("y", "desk", "d", 1)));

        assertThat(analysis.needs()).extracting(AnalysedNeed::quadrant).containsOnly(Quadrant.KEEP_IT_UP);
    }

    @Test
    void aNeedThatMattersLessAndIsWellCoveredMayBeTooMuch() {
        GapAnalysis analysis = analysis(sheet(group("a", "100"), channel("web"), need("x", null), need("y", null),
                importance("x", "a", 5), importance("y", "a", 1), fit("x", "web", "d", 1), fit("y", "web", "d", 4)));

        assertThat(analysis.needs()).extracting(AnalysedNeed::quadrant).containsExactly(Quadrant.CONCENTRATE_HERE,
                Quadrant.POSSIBLE_OVERKILL);
    }

    @Test
    void whatCustomersSayStandsBesideWhatPeopleThink() {
        Gathered gathered = new Gathered();
        gathered.ofChannel("x", "web", SIX);
        gathered.ofChannel("x", "desk", SIX);
        GapAnalysis analysis = analysed(sheet(group("a", "100"), channel("web"), channel("desk"), need("x", null),
                fit("x", "web", "d", 4)), Basis.ASSESSED, gathered);

        PairMeasurement shown = new PairMeasurement(new BigDecimal("2.5"), new BigDecimal("2"), new BigDecimal("3"), 120L,
                "2026-11");
        assertThat(analysis.cells()).containsExactly(
                new MatrixCell("x", "web", new BigDecimal("4"), 0, 1, true, shown, true),
                new MatrixCell("x", "desk", null, null, 0, true, shown, false));
    }

    @Test
    void aMeasurementContradictsWhenItsIntervalExcludesTheFitByAFullPoint() {
        assertThat(contradicts("2", "3", "4")).isTrue();
        assertThat(contradicts("2", "3.01", "4")).isFalse();
        assertThat(contradicts("2", "3", "1")).isTrue();
        assertThat(contradicts("1.99", "3", "1")).isFalse();
        assertThat(contradicts("2", "3", "2.5")).isFalse();
        assertThat(contradicts(null, null, "0")).isFalse();
    }

    @Test
    void onTheMeasuredBasisWhatWasNotMeasuredIsUnknown() {
        Gathered gathered = new Gathered();
        gathered.ofChannel("x", "web", SIX);
        GapAnalysis analysis = analysed(sheet(group("a", "100"), channel("web"), channel("desk"), need("x", null),
                need("y", null), importance("x", "a", 5), importance("y", "a", 3), fit("x", "web", "d", 4),
                fit("x", "desk", "d", 4), fit("y", "desk", "d", 4)), Basis.MEASURED, gathered);

        assertThat(analysis.needs()).extracting(AnalysedNeed::coverage).containsExactly(new BigDecimal("0.625"), null);
        assertThat(analysis.needs().getFirst().neglected()).hasSize(1);
        assertThat(analysis.needs().getFirst().groups().getFirst().opportunity().satisfactionBasis())
                .isEqualTo(Basis.MEASURED);
        assertThat(analysis.needs().getLast().warnings()).extracting(AnalysisWarning::code)
                .containsExactly("no-fit-measured");
    }

    @Test
    void theExpectationGapIsWhatIsMeasuredLessWhatIsExpected() {
        Gathered gathered = new Gathered();
        gathered.ofGroup("x", "a", SIX);
        GapAnalysis analysis = analysed(sheet(group("a", "50"), group("b", "50"), channel("web"), need("x", null),
                new ImportanceSet("x", List.of(new Need.Importance("a", 4, "Interviews", null, 4),
                        new Need.Importance("b", 4, null, null, 3)))),
                Basis.ASSESSED, gathered);

        assertThat(only(analysis).groups()).extracting(NeedCoverage::expectation).containsExactly(4, 3);
        assertThat(only(analysis).groups()).extracting(NeedCoverage::expectationGap)
                .containsExactly(new BigDecimal("-1.5"), null);
    }

    @Test
    void theLatestMonthOfAPairCounts() {
        Gathered gathered = new Gathered();
        gathered.ofGroup("x", "a", SIX);
        gathered.ofGroup("x", "a", new Measurement(BigDecimal.ONE, null, null, 3L, "2026-10", LocalDate.of(2026, 10, 1)));

        assertThat(gathered.measurements().groups()).isEqualTo(Map.of("x", Map.of("a", SIX)));
    }

    private static boolean contradicts(@Nullable String low, @Nullable String high, String assessed) {
        return new Measurement(new BigDecimal("2.5"), low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high), 1L, "2026-11", LocalDate.of(2026, 11, 1))
                .contradicts(new BigDecimal(assessed));
    }

    private static GapAnalysis analysed(Sheet sheet, Basis basis, Gathered gathered) {
        return new GapAnalyst(sheet, Scope.EXISTING, basis, gathered.measurements()).analyse("c", 1, null);
    }

    private static AnalysedNeed only(GapAnalysis analysis) {
        assertThat(analysis.needs()).hasSize(1);
        return analysis.needs().getFirst();
    }
}
