package io.serviceconcept.concept.gapanalysis;

import static io.serviceconcept.concept.gapanalysis.MatrixEvents.analysis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedChannel;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedGroup;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.AnalysedNeed;
import io.serviceconcept.concept.gapanalysis.GapAnalysis.NeedCoverage;
import io.serviceconcept.concept.gapanalysis.Measurements.Gathered;
import io.serviceconcept.concept.gapanalysis.Measurements.Measurement;
import io.serviceconcept.concept.gapanalysis.WhatIfAnswer.WhatIfSums;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every matrix, however large, sparse or lopsided. */
class GapAnalysisPropertiesTest {

    private static final List<String> LAYERS = List.of("l0", "l1");

    @Provide
    static Arbitrary<Sheet> whole() {
        return Arbitraries.randomValue(random -> sheet(random, 1));
    }

    @Provide
    static Arbitrary<Sheet> sparse() {
        return Arbitraries.randomValue(random -> sheet(random, 0.6));
    }

    @Property(tries = 300)
    void addingAChannelNeverLowersCoverage(@ForAll("whole") Sheet sheet, @ForAll Random random) {
        GapAnalysis before = analysis(sheet);
        GapAnalysis after = analysis(withChannel(sheet, random, 1));

        assertNotLower(before.coverage(), after.coverage());
        Map<String, AnalysedNeed> needs = byId(after);
        for (AnalysedNeed need : before.needs()) {
            assertNotLower(need.coverage(), needs.get(need.id()).coverage());
            assertThat(needs.get(need.id()).neglected()).isSubsetOf(need.neglected());
        }
        for (int g = 0; g < before.groups().size(); g++) {
            assertNotLower(before.groups().get(g).coverage(), after.groups().get(g).coverage());
        }
    }

    @Property(tries = 300)
    void alsoInASparseMatrixNoGroupIsCoveredWorseByOneChannelMore(@ForAll("sparse") Sheet sheet, @ForAll Random random) {
        Map<String, AnalysedNeed> after = byId(analysis(withChannel(sheet, random, 0.6)));

        for (AnalysedNeed need : analysis(sheet).needs()) {
            boolean leaf = sheet.needs().stream().noneMatch(other -> need.id().equals(other.coreNeed()));
            for (int g = 0; leaf && g < need.groups().size(); g++) {
                BigDecimal covered = need.groups().get(g).coverage();
                // none at all is 0 without any fit; with a channel that nobody assessed it is unknown
                if (covered != null && covered.signum() > 0) {
                    assertNotLower(covered, after.get(need.id()).groups().get(g).coverage());
                }
            }
        }
    }

    @Property(tries = 300)
    void splittingAGroupInTwoThatAreAlikeChangesNoPriorityAndNoCoverage(@ForAll("sparse") Sheet sheet,
            @ForAll @IntRange(min = 0, max = 100) int percent, @ForAll @IntRange(max = 3) int which) {
        CustomerGroup split = sheet.groups().get(which % sheet.groups().size());
        BigDecimal first = split.share().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        List<CustomerGroup> groups = new ArrayList<>(sheet.groups());
        groups.remove(split);
        groups.add(like(split, split.id(), first));
        groups.add(like(split, "other-half", split.share().subtract(first)));
        Map<String, Map<String, Need.Importance>> importance = new HashMap<>();
        sheet.importance().forEach((need, row) -> {
            Map<String, Need.Importance> both = new HashMap<>(row);
            if (row.containsKey(split.id())) {
                both.put("other-half", row.get(split.id()));
            }
            importance.put(need, both);
        });
        GapAnalysis after = analysis(new Sheet(sheet.layers(), groups, sheet.channels(), sheet.needs(), importance,
                sheet.fits(), null));

        GapAnalysis before = analysis(sheet);
        assertThat(after.needs()).extracting(AnalysedNeed::id, AnalysedNeed::priority, AnalysedNeed::coverage)
                .isEqualTo(before.needs().stream().map(need -> tuple(need.id(),
                        need.priority(), need.coverage())).toList());
        assertThat(after.coverage()).isEqualTo(before.coverage());
        assertThat(after.layers()).isEqualTo(before.layers());
        assertThat(after.channels()).extracting(AnalysedChannel::value)
                .isEqualTo(before.channels().stream().map(AnalysedChannel::value).toList());
    }

    @Property(tries = 200)
    void aWhatIfOfNoChangeIsTheAnalysis(@ForAll("sparse") Sheet sheet, @ForAll Basis basis, @ForAll Scope scope,
            @ForAll Random random) {
        Measurements measured = measured(sheet, random);
        GapAnalysis analysis = new GapAnalyst(sheet, scope, basis, measured).analyse("c", 7, null);
        WhatIfAnswer answer = WhatIfAnswer.of("c", new DraftSheet(sheet, 7), null, scope, basis, measured, WhatIfChanges.NONE);

        assertThat(answer.before()).isEqualTo(WhatIfSums.of(analysis));
        assertThat(answer)
                .isEqualTo(new WhatIfAnswer("c", scope.word(), basis.word(), 7, null, answer.before(), answer.before()));
        assertThat(analysis(WhatIf.supposed(sheet, WhatIfChanges.NONE))).isEqualTo(analysis(sheet));
        assertThat(WhatIfSums.of(analysis).coverage()).isEqualTo(analysis.coverage());
        assertThat(WhatIfSums.of(analysis).neglectedPairs())
                .isEqualTo(analysis.needs().stream().mapToInt(need -> need.neglected().size()).sum());
    }

    @Property(tries = 200)
    void figuresStayWithinTheirScales(@ForAll("sparse") Sheet sheet) {
        GapAnalysis analysis = analysis(sheet);

        for (AnalysedNeed need : analysis.needs()) {
            assertWithin(need.priority(), "5");
            assertWithin(need.coverage(), "1");
            need.groups().forEach(group -> assertWithin(group.coverage(), "1"));
            need.groups().stream().map(NeedCoverage::opportunity).filter(Objects::nonNull)
                    .forEach(opportunity -> assertWithin(opportunity.figure(), "20"));
        }
        analysis.groups().stream().map(AnalysedGroup::coverage).forEach(coverage -> assertWithin(coverage, "1"));
        analysis.layers().forEach(layer -> assertWithin(layer.coverage(), "1"));
    }

    private static void assertNotLower(BigDecimal before, BigDecimal after) {
        if (before != null) {
            assertThat(after).isNotNull().isGreaterThanOrEqualTo(before);
        }
    }

    private static void assertWithin(BigDecimal figure, String most) {
        if (figure != null) {
            assertThat(figure).isBetween(BigDecimal.ZERO, new BigDecimal(most));
        }
    }

    private static Map<String, AnalysedNeed> byId(GapAnalysis analysis) {
        Map<String, AnalysedNeed> needs = new HashMap<>();
        analysis.needs().forEach(need -> needs.put(need.id(), need));
        return needs;
    }

    /**
     * @param known how likely it is that an importance or a fit is known
     */
    private static Sheet sheet(Random random, double known) {
        List<Channel> channels = IntStream.range(0, random.nextInt(6)).mapToObj(c -> channel("c" + c, random)).toList();
        List<CustomerGroup> groups = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(g -> group("g" + g, random, channels))
                .toList();
        List<Need> needs = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(n -> new Need("n" + n, "n" + n, null, n > 1 && random.nextBoolean() ? "n" + random.nextInt(2) : null,
                        NeedAudience.CUSTOMER))
                .toList();
        Map<String, Map<String, Need.Importance>> importance = new HashMap<>();
        Map<String, Map<String, AssessedFit>> fits = new HashMap<>();
        for (Need need : needs) {
            Map<String, Need.Importance> row = new HashMap<>();
            groups.stream().filter(group -> random.nextDouble() < known).forEach(group -> row.put(group.id(),
                    new Need.Importance(group.id(), random.nextInt(6), null, null, null)));
            importance.put(need.id(), row);
            Map<String, AssessedFit> cells = new HashMap<>();
            channels.stream().filter(channel -> random.nextDouble() < known)
                    .forEach(channel -> cells.put(channel.id(), fit(random)));
            fits.put(need.id(), cells);
        }
        return new Sheet(List.of(layer("l0", 1), layer("l1", 2)), groups, channels, needs, importance, fits, null);
    }

    /** Figures of some pairs of need and channel, now and then of one that there is not. */
    private static Measurements measured(Sheet sheet, Random random) {
        Gathered gathered = new Gathered();
        for (Need need : sheet.needs()) {
            for (int c = 0; c <= sheet.channels().size(); c++) {
                if (random.nextBoolean()) {
                    gathered.ofChannel(need.id(), "c" + c, new Measurement(BigDecimal.valueOf(random.nextInt(401), 2), null,
                            null, 30L, "2026-11", LocalDate.of(2026, 11, 1)));
                }
            }
            sheet.groups().stream().filter(group -> random.nextBoolean()).forEach(group -> gathered.ofGroup(need.id(),
                    group.id(), new Measurement(BigDecimal.ONE, null, null, 30L, "2026-11", LocalDate.of(2026, 11, 1))));
        }
        return gathered.measurements();
    }

    private static Sheet withChannel(Sheet sheet, Random random, double known) {
        List<Channel> channels = new ArrayList<>(sheet.channels());
        channels.add(channel("added", random));
        Map<String, Map<String, AssessedFit>> fits = new HashMap<>();
        sheet.needs().forEach(need -> {
            Map<String, AssessedFit> row = new HashMap<>(sheet.fits().getOrDefault(need.id(), Map.of()));
            if (random.nextDouble() < known) {
                row.put("added", fit(random));
            }
            fits.put(need.id(), row);
        });
        return new Sheet(sheet.layers(), sheet.groups(), channels, sheet.needs(), sheet.importance(), fits, null);
    }

    private static Layer layer(String id, int position) {
        return new Layer(id, id, "OWN", position);
    }

    private static AssessedFit fit(Random random) {
        return new AssessedFit(BigDecimal.valueOf(random.nextInt(9)).divide(BigDecimal.valueOf(2)), 0, 1);
    }

    private static Channel channel(String id, Random random) {
        return new Channel(id, id, "WEB", LAYERS.get(random.nextInt(2)), List.of(), null, null, null, false, null,
                random.nextInt(5) == 0 ? ChannelStatus.PILOT : ChannelStatus.ACTIVE);
    }

    private static CustomerGroup group(String id, Random random, List<Channel> channels) {
        return new CustomerGroup(id, id, null, BigDecimal.valueOf(1 + random.nextInt(6_000), 2), SkillLevel.LOW,
                SkillLevel.LOW, List.of(), LAYERS.get(random.nextInt(2)), random.nextBoolean() ? LAYERS : List.of(),
                channels.stream().filter(channel -> random.nextInt(5) == 0)
                        .map(channel -> new UnusableChannel(channel.id(), "cannot")).toList());
    }

    private static CustomerGroup like(CustomerGroup group, String id, BigDecimal share) {
        return new CustomerGroup(id, group.name(), null, share, group.selfReliance(), group.digitalSkill(), List.of(),
                group.homeLayer(), group.otherLayers(), group.unusableChannels());
    }
}
