package io.serviceconcept.concept.gapanalysis;

import static io.serviceconcept.concept.gapanalysis.MatrixEvents.channel;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.fit;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.group;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.importance;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.layer;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.need;
import static io.serviceconcept.concept.gapanalysis.MatrixEvents.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.gapanalysis.IdeaRanking.CostedIdea;
import io.serviceconcept.concept.gapanalysis.IdeaRanking.RankedIdea;
import io.serviceconcept.concept.gapanalysis.RealisedIdea.RankingRemark;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedFit;
import io.serviceconcept.concept.gapanalysis.WhatIfChanges.SupposedStatus;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.OpenIdeaQueries.OpenIdea;

/** What ideas would do to a concept, with numbers worked out by hand. */
class IdeaRankingTest {

    /** Two groups of 50 %: b cannot use the web. A desk in a pilot, a fax that is retired. The need x supports c. */
    private static final Sheet SHEET = sheet(layer("layer", 1), group("a", "50"), group("b", "50", "web"),
            channel("web"), channel("desk"), channel("fax"), need("c", null), need("x", "c"),
            importance("x", "a", 4, "b", 4), fit("x", "web", "d", 3), fit("x", "desk", "d", 4),
            new ChannelStatusChanged("desk", ChannelStatus.PILOT, null),
            new ChannelStatusChanged("fax", ChannelStatus.RETIRED, null));
    private static final WhatIfChanges OPENS_THE_DESK = new WhatIfChanges(null, null, null, null, null,
            List.of(new SupposedStatus("desk", ChannelStatus.ACTIVE)));
    private static final WhatIfChanges BETTER_WEB = new WhatIfChanges(null, null,
            List.of(new SupposedFit("x", "web", new BigDecimal("4"))), null, null, null);

    @Test
    void ideasAreRankedByTheCoverageTheyGainPerEuro() {
        List<RankedIdea> ranked = IdeaRanking.ranked(SHEET, Scope.EXISTING,
                List.of(new CostedIdea("desk", new BigDecimal("1000"), OPENS_THE_DESK),
                        new CostedIdea("web", new BigDecimal("100"), BETTER_WEB),
                        new CostedIdea("free?", null, BETTER_WEB),
                        new CostedIdea("idle", new BigDecimal("1"), WhatIfChanges.NONE)));

        // (200·¾ + 200·0) ÷ 400 before; the desk gains 0.625 for 1 000, the web 0.125 for 100
        assertThat(ranked).extracting(RankedIdea::id).containsExactly("web", "desk", "idle", "free?");
        assertThat(ranked).extracting(RankedIdea::gainPerEuro).usingElementComparator(Comparator
                .nullsFirst(Comparator.<BigDecimal> naturalOrder())).containsExactly(new BigDecimal("0.00125"),
                        new BigDecimal("0.000625"),
                        BigDecimal.ZERO, null);
    }

    @Test
    void whatGainsForNothingComesFirstAndWhatNobodyEstimatedComesLast() {
        List<RankedIdea> ranked = IdeaRanking.ranked(SHEET, Scope.EXISTING,
                List.of(new CostedIdea("vague", new BigDecimal("1"), null), new CostedIdea("unpriced", null, OPENS_THE_DESK),
                        new CostedIdea("priced", new BigDecimal("1"), OPENS_THE_DESK),
                        new CostedIdea("gift", BigDecimal.ZERO, BETTER_WEB)));

        assertThat(ranked).extracting(RankedIdea::id).containsExactly("gift", "priced", "unpriced", "vague");
        assertThat(ranked.getFirst().gainPerEuro()).isNull();
        assertThat(ranked.getLast().gain()).isNull();
    }

    @Test
    void whereNothingMattersNoGainIsKnown() {
        Sheet nothingMatters = sheet(layer("layer", 1), group("a", "100"), channel("web"), need("x", null));

        assertThat(IdeaRanking.ranked(nothingMatters, Scope.EXISTING,
                List.of(new CostedIdea("web", BigDecimal.ONE, BETTER_WEB))).getFirst().gain()).isNull();
    }

    @Test
    void aRealisedIdeaHasItsFitsAndOpensWhatItTouches() {
        RealisedIdea realised = realised(List.of("desk", "web", "fax", "gone"), new IdeaEffect("x", "web", 4));

        assertThat(realised.opens()).containsExactly("desk");
        assertThat(realised.remarks()).isEmpty();
        assertThat(realised.changes()).isEqualTo(new WhatIfChanges(null, null,
                List.of(new SupposedFit("x", "web", new BigDecimal("4"))), null, null,
                List.of(new SupposedStatus("desk", ChannelStatus.ACTIVE))));
    }

    @Test
    void aChannelThatIsToServeANeedIsTouched() {
        assertThat(realised(List.of(), new IdeaEffect("x", "desk", 3)).opens()).containsExactly("desk");
    }

    @Test
    void whatCannotBeExpectedAnyMoreIsLeftOutAndSaid() {
        RealisedIdea realised = realised(List.of(), new IdeaEffect("gone", "web", 4), new IdeaEffect("x", "gone", 4),
                new IdeaEffect("x", "fax", 4), new IdeaEffect("c", "web", 4));

        assertThat(realised.fits()).isEmpty();
        assertThat(realised.changes()).isNull();
        assertThat(realised.remarks()).extracting(RankingRemark::code).containsOnly("effect-left-out").hasSize(4);
        assertThat(realised.remarks()).extracting(RankingRemark::message).contains(
                "The fit expected of \"fax\" for \"x\" changes nothing: the channel is retired.",
                "The fit expected of \"web\" for \"c\" changes nothing: the coverage of a core need is that of its sub-needs.");
    }

    private static RealisedIdea realised(List<String> channels, IdeaEffect... effects) {
        return RealisedIdea.of(new OpenIdea("i", "Idea", IdeaState.PROPOSED, channels, null, List.of(effects)), SHEET);
    }
}
