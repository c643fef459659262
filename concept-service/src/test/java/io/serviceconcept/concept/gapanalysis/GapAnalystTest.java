package io.serviceconcept.concept.gapanalysis;

import static io.serviceconcept.concept.gapanalysis.MatrixEvents.channel;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.fit;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.group;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.importance;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.need;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelRemoved;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysisWarning;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.MatrixCell;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedCoverage;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeglectedGroup;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfNeed;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfSums;

class GapAnalystTest {

    private final Matrix matrix = new Matrix();

    @Test
    void threeEqualGroupsThatAllSayThreeGiveExactlyThree() {
        given(group("a", "33.2"), group("b", "33.2"), group("c", "33.2"), need("n", null),
                importance("n", "a", 3, "b", 3, "c", 3));

        assertThat(analysed("n").priority()).isEqualByComparingTo("3");
    }

    @Test
    void aNeedOfEightPercentThatNothingServesIsNeglectedHoweverLowItsPriority() {
        given(group("few", "8"), group("most", "92"), channel("web"), need("n", null),
                importance("n", "few", 5, "most", 1), fit("n", "web", "dirk", 2));

        assertThat(analysed("n").neglected())
                .containsExactly(new NeglectedGroup("few", "few", BigDecimal.valueOf(8)));
        assertThat(analysed("n").priority()).isEqualByComparingTo("1.32");
    }

    @Test
    void aNeedThatNobodyAssessedIsNeglectedAndItsCoverageUnknown() {
        given(group("all", "100"), channel("web"), need("n", null), importance("n", "all", 4));

        AnalysedNeed need = analysed("n");
        assertThat(need.neglected()).hasSize(1);
        assertThat(need.coverage()).isNull();
        assertThat(need.groups()).containsExactly(new NeedCoverage("all", "all", 4, null, null, null, null, null));
        assertThat(need.warnings()).extracting(AnalysisWarning::code).containsExactly("no-fit-assessed");
    }

    @Test
    void coverageIsTheBestFitThatAGroupCanReachAndUse() {
        given(group("sees", "50"), group("blind", "50", "web"), channel("web"), channel("phone"), need("n", null),
                importance("n", "sees", 4, "blind", 2), fit("n", "web", "dirk", 4), fit("n", "phone", "dirk", 1));

        AnalysedNeed need = analysed("n");
        assertThat(need.groups()).extracting(NeedCoverage::coverage).usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ONE, new BigDecimal("0.25"));
        // (50·4·1 + 50·2·¼) ÷ (50·4 + 50·2)
        assertThat(need.coverage()).isEqualByComparingTo("0.75");
    }

    @Test
    void aGroupWithoutAnyChannelHasNoCoverageAndAWarning() {
        given(group("all", "100"), need("n", null), importance("n", "all", 3));

        AnalysedNeed need = analysed("n");
        assertThat(need.coverage()).isEqualByComparingTo("0");
        assertThat(need.warnings()).contains(new AnalysisWarning("no-channel-for-group",
                "No channel reaches the group \"all\", so its coverage is 0.", "all"));
    }

    @Test
    void whatIsUnknownStaysOutOfTheSums() {
        given(group("known", "40"), group("unknown", "60"), channel("web"), need("n", null), importance("n", "known", 5),
                fit("n", "web", "dirk", 3));

        AnalysedNeed need = analysed("n");
        assertThat(need.priority()).isEqualByComparingTo("2");
        assertThat(need.coverage()).isEqualByComparingTo("0.75");
        assertThat(need.groups().get(1).importance()).isNull();
    }

    @Test
    void anExpectationStandsWithoutAnImportanceThatIsInNoSum() {
        given(group("known", "40"), group("expecting", "60"), channel("web"), need("n", null), fit("n", "web", "dirk", 3),
                new ImportanceSet("n", List.of(new Need.Importance("known", 5, null, null, null),
                        new Need.Importance("expecting", null, "Panel", LocalDate.of(2026, 2, 1), 4))));

        AnalysedNeed need = analysed("n");
        assertThat(need.priority()).isEqualByComparingTo("2");
        assertThat(need.coverage()).isEqualByComparingTo("0.75");
        assertThat(need.groups().get(1).importance()).isNull();
        assertThat(need.groups().get(1).expectation()).isEqualTo(4);
        assertThat(need.groups().get(1).opportunity()).isNull();
    }

    @Test
    void coverageIsUnknownWhenNothingMatters() {
        given(group("all", "100"), channel("web"), need("n", null), importance("n", "all", 0), fit("n", "web", "d", 3));

        assertThat(analysed("n").coverage()).isNull();
        assertThat(analysed("n").priority()).isEqualByComparingTo("0");
    }

    @Test
    void aCoreNeedMattersAsMuchAsItsMostImportantSubNeedToEachGroup() {
        given(group("a", "50"), group("b", "50"), channel("web"), need("core", null), need("x", "core"), need("y", "core"),
                importance("core", "a", 1), importance("x", "a", 5, "b", 1), importance("y", "a", 2, "b", 4));

        assertThat(analysed("core").priority()).isEqualByComparingTo("4.5");
        assertThat(analysed("core").neglected()).isEmpty();
    }

    @Test
    void aCoreNeedThatMattersIsNeglectedWhenNoneOfItsSubNeedsMattersOrIsServed() {
        given(group("a", "100"), channel("web"), need("core", null), need("x", "core"), importance("core", "a", 5),
                fit("x", "web", "d", 0));
        assertThat(analysed("core").neglected()).extracting(NeglectedGroup::group).containsExactly("a");
        assertThat(analysed("x").neglected()).isEmpty();

        given(importance("x", "a", 4));
        assertThat(analysed("core").neglected()).isEmpty();
        assertThat(analysed("x").neglected()).extracting(NeglectedGroup::group).containsExactly("a");

        given(importance("x", "a", 3));
        assertThat(analysed("core").neglected()).hasSize(1);
        given(fit("x", "web", "d", 3));
        assertThat(analysed("core").neglected()).isEmpty();
    }

    @Test
    void aCoreNeedIsNotServedByWhatTheGroupCannotUseOrByAFitOfItsOwn() {
        given(group("a", "50"), group("b", "50", "web"), channel("web"), channel("desk"), need("core", null),
                need("x", "core"), need("y", "core"), importance("core", "a", 4, "b", 4), fit("y", "web", "d", 4),
                fit("core", "desk", "d", 4));

        assertThat(analysed("core").neglected()).extracting(NeglectedGroup::group).containsExactly("b");
    }

    @Test
    void aCoreNeedIsServedOnlyByASubNeedThatIsRelevantToTheGroup() {
        given(group("a", "100"), channel("web"), need("core", null), need("x", "core"), need("y", "core"),
                importance("core", "a", 4), importance("x", "a", 0), fit("x", "web", "d", 4), fit("y", "web", "d", 4));
        assertThat(analysed("core").neglected()).extracting(NeglectedGroup::group).containsExactly("a");

        given(importance("y", "a", 1));
        assertThat(analysed("core").neglected()).isEmpty();

        given(importance("y"), importance("x"));
        assertThat(analysed("core").neglected()).isEmpty();
    }

    @Test
    void theAdequateChannelsOfACoreNeedAreThoseOfItsSubNeeds() {
        given(group("a", "100"), channel("web"), channel("desk"), channel("phone"), channel("fax"), need("core", null),
                need("x", "core"), need("y", "core"), importance("core", "a", 2), fit("x", "web", "d", 3),
                fit("y", "web", "d", 4), fit("y", "desk", "d", 3), fit("y", "fax", "d", 4), fit("core", "phone", "d", 4),
                new ChannelStatusChanged("fax", ChannelStatus.PILOT, null));

        assertThat(analysed("core").adequateChannels()).isEqualTo(2);
        assertThat(WhatIfSums.of(analyse(Scope.EXISTING)).needs()).filteredOn(need -> need.id().equals("core"))
                .extracting(WhatIfNeed::adequateChannels).containsExactly(2);
        given(new ChannelStatusChanged("fax", ChannelStatus.ACTIVE, null));
        assertThat(analysed("core").adequateChannels()).isEqualTo(3);
        assertThat(analysed("core").overServed()).isFalse();
    }

    @Test
    void fitsOfACoreNeedThatAreInNoSumAreSaid() {
        given(group("a", "100"), channel("web"), need("core", null), importance("core", "a", 2),
                fit("core", "web", "d", 3));
        assertThat(analysed("core").warnings()).isEmpty();

        given(need("x", "core"), importance("x", "a", 2), fit("x", "web", "d", 1));
        assertThat(analysed("core").warnings()).containsExactly(new AnalysisWarning("fits-of-core-need-not-counted",
                "Fits of this core need itself are in no sum: those of its sub-needs count.", null));
        assertThat(analysed("core").coverage()).isEqualByComparingTo("0.25");
        assertThat(analysed("x").warnings()).isEmpty();
    }

    @Test
    void theCoverageOfACoreNeedIsTheMeanOfItsSubNeedsByPriority() {
        given(group("all", "100"), channel("web"), need("core", null), need("x", "core"), need("y", "core"),
                importance("x", "all", 1), importance("y", "all", 2), fit("x", "web", "dirk", 4),
                fit("y", "web", "dirk", 2));

        // (1·1 + 2·½) ÷ 3
        assertThat(analysed("core").coverage()).isEqualByComparingTo("0.666667");
        assertThat(analysed("core").groups().getFirst().coverage()).isEqualByComparingTo("0.666667");
    }

    @Test
    void theMedianOfSeveralAssessorsCounts() {
        given(group("all", "100"), channel("web"), need("n", null), importance("n", "all", 5), fit("n", "web", "dirk", 2),
                fit("n", "web", "fenna", 3), fit("n", "web", "dirk", 4));

        assertThat(analyse(Scope.EXISTING).cells())
                .containsExactly(new MatrixCell("n", "web", new BigDecimal("3.5"), 1, 2, true, null, false));
        assertThat(analysed("n").coverage()).isEqualByComparingTo("0.875");
        assertThat(analysed("n").neglected()).isEmpty();
    }

    @Test
    void plannedChannelsCountOnlyWhenAsked() {
        given(group("all", "100"), channel("web"), need("n", null), importance("n", "all", 5), fit("n", "web", "dirk", 4),
                new ChannelStatusChanged("web", ChannelStatus.PILOT, null));

        assertThat(analysed("n").neglected()).hasSize(1);
        assertThat(analyse(Scope.EXISTING).cells().getFirst().counted()).isFalse();
        assertThat(analyse(Scope.PLANNED).needs().getFirst().neglected()).isEmpty();
        assertThat(analyse(Scope.PLANNED).needs().getFirst().coverage()).isEqualByComparingTo("1");
    }

    @Test
    void aNeedThatMattersLittleWithThreeAdequateChannelsIsOverServed() {
        given(group("all", "100"), channel("web"), channel("phone"), channel("desk"), need("n", null),
                importance("n", "all", 2), fit("n", "web", "d", 3), fit("n", "phone", "d", 3), fit("n", "desk", "d", 4));
        assertThat(analysed("n").overServed()).isTrue();

        given(importance("n", "all", 3));
        assertThat(analysed("n").overServed()).isFalse();
    }

    @Test
    void theFitsOfAChannelGoWithIt() {
        given(group("all", "100"), channel("web"), need("n", null), fit("n", "web", "dirk", 4), new ChannelRemoved("web"));

        assertThat(analyse(Scope.EXISTING).cells()).isEmpty();
    }

    @Test
    void needsAreRankedByPriority() {
        given(group("all", "100"), need("b", null), need("a", null), need("top", null), importance("top", "all", 5),
                importance("a", "all", 2), importance("b", "all", 2));

        assertThat(analyse(Scope.EXISTING).needs()).extracting(AnalysedNeed::id).containsExactly("top", "a", "b");
    }

    private void given(ConceptEvent... events) {
        for (ConceptEvent event : events) {
            matrix.apply(event);
        }
    }

    private GapAnalysis analyse(Scope scope) {
        return new GapAnalyst(matrix.view(), scope, Basis.ASSESSED, Measurements.NONE).analyse("c", 1, null);
    }

    private AnalysedNeed analysed(String id) {
        return analyse(Scope.EXISTING).needs().stream().filter(need -> need.id().equals(id)).findFirst().orElseThrow();
    }
}
