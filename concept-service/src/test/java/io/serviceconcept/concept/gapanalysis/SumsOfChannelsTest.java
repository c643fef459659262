package io.serviceconcept.concept.gapanalysis;

import static io.serviceconcept.concept.gapanalysis.MatrixEvents.analysis;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.channel;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.fit;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.group;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.importance;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.layer;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.need;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.gapanalysis.ChannelSums.Replaceability;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedChannel;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedGroup;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedLayer;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.ChannelMix;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfSums;

/** What channels, the mix of them, layers and groups are worth, with numbers worked out by hand. */
class SumsOfChannelsTest {

    @Test
    void theValueOfAChannelIsItsFitsByPriorityOverTheNeedsWithoutSubNeeds() {
        // priorities: x (60·5 + 40·1) ÷ 100 = 3.4; y (60·2 + 40·4) ÷ 100 = 2.8; the core need counts for nothing
        AnalysedChannel web = channelOf("web", group("a", "60"), group("b", "40"),
                channel("web", "layer", "0.50", null, null, false),
                need("core", null), need("x", "core"), need("y", null), importance("core", "a", 5),
                importance("x", "a", 5, "b", 1), importance("y", "a", 2, "b", 4), fit("core", "web", "d", 4),
                fit("x", "web", "d", 3), fit("y", "web", "d", 1));

        assertThat(web.value()).isEqualByComparingTo("13"); // 3.4·3 + 2.8·1
        assertThat(web.valuePerEuro()).isEqualByComparingTo("26");
    }

    @Test
    void aChannelThatNobodyAssessedHasNoValueAndIsNotJudged() {
        AnalysedChannel web = channelOf("web", group("a", "100"), channel("web"), need("x", null), importance("x", "a", 5));

        assertThat(web.value()).isNull();
        assertThat(web.replaceability()).isEqualTo(Replaceability.UNKNOWN);
    }

    @Test
    void valuePerEuroIsUnknownWithoutACostAndAtNoCost() {
        for (String cost : new String[] { null, "0" }) {
            assertThat(channelOf("web", group("a", "100"), channel("web", "layer", cost, null, null, false), need("x", null),
                    importance("x", "a", 5), fit("x", "web", "d", 3)).valuePerEuro()).isNull();
        }
    }

    @Test
    void aChannelIsReplaceableWhenAnotherServesAllThatItServes() {
        GapAnalysis analysis = analysis(sheet(group("a", "50"), group("b", "50", "phone"), channel("web"), channel("phone"),
                need("x", null), need("y", null), importance("x", "a", 4, "b", 0), importance("y", "a", 1),
                fit("x", "web", "d", 4), fit("x", "phone", "d", 3), fit("y", "phone", "d", 4)));

        // b cannot use the phone, but x is not relevant to b
        assertThat(of(analysis, "web").replaceability()).isEqualTo(Replaceability.REPLACEABLE);
        assertThat(of(analysis, "phone").replaceability()).isEqualTo(Replaceability.NEEDED);
        assertThat(of(analysis, "phone").neededBy()).isEqualTo(1);
    }

    @Test
    void aChannelThatIsFullKeepsNothing() {
        List<ConceptEvent> both = List.of(group("a", "100"), need("x", null), importance("x", "a", 4),
                channel("web"), fit("x", "web", "d", 3));
        for (Object[] kept : new Object[][] { { 99L, 100L, Replaceability.REPLACEABLE },
                { 100L, 100L, Replaceability.NEEDED }, { 120L, 100L, Replaceability.NEEDED },
                { null, 100L, Replaceability.REPLACEABLE }, { 120L, null, Replaceability.REPLACEABLE } }) {
            List<ConceptEvent> events = new ArrayList<>(both);
            events.add(channel("desk", "layer", null, (Long) kept[0], (Long) kept[1], false));
            events.add(fit("x", "desk", "d", 4));

            assertThat(of(analysis(sheet(events)), "web").replaceability()).as("%s of %s", kept[0], kept[1])
                    .isEqualTo(kept[2]);
        }
    }

    @Test
    void whatTheLawAsksForIsNeverReplaceableAndWhatDoesNotCountIsNotJudged() {
        GapAnalysis analysis = analysis(sheet(group("a", "100"), need("x", null), importance("x", "a", 4), channel("web"),
                channel("desk", "layer", null, null, null, true), channel("fax"), fit("x", "web", "d", 4),
                fit("x", "desk", "d", 4), fit("x", "fax", "d", 4),
                new ChannelStatusChanged("fax", ChannelStatus.PILOT, null)));

        assertThat(of(analysis, "desk").replaceability()).isEqualTo(Replaceability.LEGALLY_REQUIRED);
        assertThat(of(analysis, "fax").replaceability()).isEqualTo(Replaceability.NOT_COUNTED);
        assertThat(of(analysis, "web").replaceability()).isEqualTo(Replaceability.REPLACEABLE);
    }

    @Test
    void eachChannelIsJudgedAlone() {
        GapAnalysis analysis = analysis(sheet(group("a", "100"), need("x", null), importance("x", "a", 4), channel("web"),
                channel("app"), fit("x", "web", "d", 4), fit("x", "app", "d", 4)));

        assertThat(analysis.channels()).extracting(AnalysedChannel::replaceability)
                .containsOnly(Replaceability.REPLACEABLE);
    }

    @Test
    void theMixCostsWhatItsChannelsTakeInAMonth() {
        Sheet sheet = sheet(channel("web", "layer", "0.25", 10_000L, null, false),
                channel("desk", "layer", "14.50", 300L, 250L, false), channel("phone", "layer", null, 10L, null, false),
                channel("fax", "layer", "100", 1L, 1L, false), new ChannelStatusChanged("fax", ChannelStatus.RETIRED, null));

        // 10 000 · 0.25 + 300 · 14.50; the fax is retired
        assertThat(analysis(sheet).mix())
                .isEqualTo(new ChannelMix(new BigDecimal("6850"), List.of("phone"), null, null));
        assertThat(of(analysis(sheet), "desk").costPerMonth()).isEqualByComparingTo("4350");
        assertThat(of(analysis(sheet), "desk").overCapacity()).isTrue();
        assertThat(of(analysis(sheet), "fax").overCapacity()).isFalse();
        assertThat(of(analysis(sheet), "web").overCapacity()).isNull();
    }

    @Test
    void theMixStandsBesideTheBudget() {
        Sheet sheet = sheet(channel("web", "layer", "2", 50L, null, false));

        assertThat(analysis(within(sheet, "100")).mix().withinBudget()).isTrue();
        assertThat(analysis(within(sheet, "99.99")).mix().withinBudget()).isFalse();
    }

    @Test
    void whetherTheBudgetIsEnoughIsUnknownWhileACostIsButNotWhenItIsSpentAlready() {
        Sheet sheet = sheet(channel("web", "layer", "2", 50L, null, false), channel("phone", "layer", null, 10L, null, false));

        assertThat(analysis(within(sheet, "100")).mix().withinBudget()).isNull();
        assertThat(analysis(within(sheet, "99.99")).mix().withinBudget()).isFalse();
        assertThat(WhatIfSums.of(analysis(within(sheet, "100"))).mix().withinBudget()).isNull();
    }

    @Test
    void aLayerIsWorthWhatItsChannelsDoAloneForTheGroupsItServes() {
        GapAnalysis analysis = analysis(sheet(layer("top", 2), layer("layer", 1), layer("empty", 3), group("a", "100"),
                channel("web"), channel("app"), channel("desk", "top", null, null, null, false), need("x", null),
                need("y", null), importance("x", "a", 1), importance("y", "a", 3), fit("x", "web", "d", 1),
                fit("x", "app", "d", 2), fit("y", "web", "d", 4), fit("y", "desk", "d", 4)));

        // (1·½ + 3·1) ÷ 4; the group is not served by the other layers
        assertThat(analysis.layers()).containsExactly(new AnalysedLayer("layer", "layer", 1, 2, new BigDecimal("0.875")),
                new AnalysedLayer("top", "top", 2, 1, null), new AnalysedLayer("empty", "empty", 3, 0, null));
    }

    @Test
    void aGroupIsCoveredByTheImportanceOfNeedsToIt() {
        GapAnalysis analysis = analysis(sheet(group("a", "80"), group("b", "20", "web"), channel("web"), channel("desk"),
                need("x", null), need("y", null), importance("x", "a", 4, "b", 1), importance("y", "a", 1, "b", 4),
                fit("x", "web", "d", 4), fit("x", "desk", "d", 1), fit("y", "web", "d", 3), fit("y", "desk", "d", 2)));

        assertThat(analysis.groups()).containsExactly(
                new AnalysedGroup("a", "a", new BigDecimal("80"), new BigDecimal("0.95")), // (4·1 + 1·¾) ÷ 5
                new AnalysedGroup("b", "b", new BigDecimal("20"), new BigDecimal("0.45"))); // (1·¼ + 4·½) ÷ 5
        // x: p 3.4, covered (320·1 + 20·¼) ÷ 340; y: p 1.6, covered (80·¾ + 80·½) ÷ 160
        assertThat(analysis.coverage()).isEqualByComparingTo("0.85"); // (325 + 100) ÷ 500
        assertThat(analysis.adequateChannels()).isEqualTo(1);
    }

    private static Sheet within(Sheet sheet, String budget) {
        return new Sheet(sheet.layers(), sheet.groups(), sheet.channels(), sheet.needs(), sheet.importance(), sheet.fits(),
                new BigDecimal(budget));
    }

    private static AnalysedChannel channelOf(String id, ConceptEvent... events) {
        return of(analysis(sheet(events)), id);
    }

    private static AnalysedChannel of(GapAnalysis analysis, String id) {
        return analysis.channels().stream().filter(channel -> channel.id().equals(id)).findFirst().orElseThrow();
    }
}
