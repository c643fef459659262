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
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.NeglectedPair;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfNeed;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfSums;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedChannel;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedImportance;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedNeedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedShare;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedStatus;
import io.serviceconcept.eventsourcing.http.Violation;

/** What would be, with numbers worked out by hand. */
class WhatIfTest {

    /** Two groups of 50 %: b cannot use the web. A desk that is closed. */
    private static final Sheet SHEET = sheet(layer("layer", 1), group("a", "50"), group("b", "50", "web"),
            channel("web", "layer", "1", 100L, null, false), channel("desk", "layer", "10", 20L, null, false),
            channel("fax"), need("x", null), importance("x", "a", 4, "b", 4), fit("x", "web", "d", 3),
            fit("x", "desk", "d", 4), new ChannelStatusChanged("desk", ChannelStatus.PILOT, null),
            new ChannelStatusChanged("fax", ChannelStatus.RETIRED, null));

    @Test
    void asItIsTheSecondGroupIsNeglected() {
        WhatIfSums before = WhatIfSums.of(analysis(SHEET));

        assertThat(before.coverage()).isEqualByComparingTo("0.375"); // (200·¾ + 200·0) ÷ 400
        assertThat(before.neglected()).containsExactly(new NeglectedPair("x", "b"));
        assertThat(before.mix().cost()).isEqualByComparingTo("100");
    }

    @Test
    void anAddedChannelServesWhomItReaches() {
        WhatIfSums after = sums(new WhatIfChanges(List.of(new SupposedChannel("Video", "layer", null,
                new BigDecimal("2.50"), null, 10L, null, List.of("a"),
                List.of(new SupposedNeedFit("x", new BigDecimal("3.5"))))), null, null, null, null, null));

        assertThat(after.coverage()).isEqualByComparingTo("0.8125"); // (200·¾ + 200·⅞) ÷ 400
        assertThat(after.neglectedPairs()).isZero();
        assertThat(after.adequateChannels()).isEqualTo(2);
        assertThat(after.mix().cost()).isEqualByComparingTo("125");
    }

    @Test
    void aRemovedChannelServesNobody() {
        WhatIfSums after = sums(new WhatIfChanges(null, List.of("web"), null, null, null, null));

        assertThat(after.coverage()).isEqualByComparingTo("0");
        assertThat(after.neglectedPairs()).isEqualTo(2);
        assertThat(after.mix().cost()).isEqualByComparingTo("0");
    }

    @Test
    void anotherStatusOpensAChannel() {
        WhatIfSums after = sums(new WhatIfChanges(null, null, null, null, null,
                List.of(new SupposedStatus("desk", ChannelStatus.ACTIVE))));

        assertThat(after.coverage()).isEqualByComparingTo("1");
        assertThat(after.mix().cost()).isEqualByComparingTo("300");
    }

    @Test
    void anotherFitAnotherShareAndAnotherImportanceChangeTheirSums() {
        assertThat(sums(new WhatIfChanges(null, null, List.of(new SupposedFit("x", "web", new BigDecimal("2"))), null, null,
                null)).coverage()).isEqualByComparingTo("0.25");
        assertThat(sums(new WhatIfChanges(null, null, null, List.of(new SupposedShare("a", new BigDecimal("150"))), null,
                null)).coverage()).isEqualByComparingTo("0.5625"); // (600·¾ + 200·0) ÷ 800
        WhatIfSums after = sums(new WhatIfChanges(null, null, null, null, List.of(new SupposedImportance("x", "b", 2)),
                null));
        assertThat(after.needs()).containsExactly(
                new WhatIfNeed("x", "x", new BigDecimal("3"), new BigDecimal("0.5"), 1)); // (200·¾ + 100·0) ÷ 300
        assertThat(after.neglected()).isEmpty();
    }

    @Test
    void theSheetStaysAsItIs() {
        GapAnalysis before = analysis(SHEET);

        sums(new WhatIfChanges(null, null, List.of(new SupposedFit("x", "web", new BigDecimal("2"))),
                List.of(new SupposedShare("a", new BigDecimal("1"))), List.of(new SupposedImportance("x", "b", 2)), null));

        assertThat(analysis(SHEET)).isEqualTo(before);
    }

    @Test
    void everythingThatCannotBeSupposedIsNamed() {
        List<Violation> violations = WhatIfChecks.violations(new WhatIfChanges(
                List.of(new SupposedChannel("Video", "nowhere", null, new BigDecimal("0.001"), null, null, null,
                        List.of("a", "z"), List.of(new SupposedNeedFit("x", BigDecimal.ONE),
                                new SupposedNeedFit("x", BigDecimal.ONE), new SupposedNeedFit("q", new BigDecimal("0.125"))))),
                List.of("web", "web", "telex"),
                List.of(new SupposedFit("x", "web", BigDecimal.ONE), new SupposedFit("q", "telex", BigDecimal.ONE),
                        new SupposedFit("x", "fax", BigDecimal.ONE), new SupposedFit("x", "fax", BigDecimal.ONE)),
                List.of(new SupposedShare("z", BigDecimal.ONE), new SupposedShare("a", new BigDecimal("1.005"))),
                List.of(new SupposedImportance("q", "z", 1), new SupposedImportance("x", "a", 1),
                        new SupposedImportance("x", "a", 2)),
                List.of(new SupposedStatus("telex", ChannelStatus.ACTIVE), new SupposedStatus("web", ChannelStatus.ACTIVE))),
                SHEET);

        assertThat(violations).extracting(Violation::pointer).containsExactly("/addedChannels/0/layer",
                "/addedChannels/0/costPerContact", "/addedChannels/0/unusableBy/1", "/addedChannels/0/fits/1",
                "/addedChannels/0/fits/2/need", "/addedChannels/0/fits/2/fit", "/removedChannels/1", "/removedChannels/2",
                "/statuses/0/channel", "/statuses/1/channel", "/fits/0/channel", "/fits/1/need", "/fits/1/channel",
                "/fits/2/channel", "/fits/3/channel", "/fits/3", "/shares/0/group", "/shares/1/share",
                "/importance/0/need", "/importance/0/group", "/importance/2");
    }

    @Test
    void aRetiredChannelThatIsSupposedToReturnMayBeScored() {
        assertThat(WhatIfChecks.violations(new WhatIfChanges(null, null,
                List.of(new SupposedFit("x", "fax", BigDecimal.ONE)), null, null,
                List.of(new SupposedStatus("fax", ChannelStatus.ACTIVE))), SHEET)).isEmpty();
    }

    private static WhatIfSums sums(WhatIfChanges changes) {
        assertThat(WhatIfChecks.violations(changes, SHEET)).isEmpty();
        return WhatIfSums.of(analysis(WhatIf.supposed(SHEET, changes)));
    }
}
