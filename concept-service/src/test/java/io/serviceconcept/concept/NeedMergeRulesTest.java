package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.EVERYBODY;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.channel;
import static io.serviceconcept.concept.Given.created;
import static io.serviceconcept.concept.Given.group;
import static io.serviceconcept.concept.Given.need;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.MergeNeeds;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.InsightAdded;
import io.serviceconcept.concept.ConceptEvent.KeptFit;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.ConceptEvent.ServiceLevelAdded;
import io.serviceconcept.concept.ConceptRejection.FitsNotInConflict;
import io.serviceconcept.concept.ConceptRejection.ImportanceForUnknownGroups;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.MergedWithItself;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.SubNeedsUnderSubNeed;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Part.Reference;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;

class NeedMergeRulesTest {

    private static final Need QUICK = need("n2", "Quickness", null);
    private static final Need SUB = need("n3", "At once", "n2");
    private static final Importance FOUR = importance("g1", 4);
    private static final Importance THREE = importance("g1", 3);
    private static final Importance OF_OTHERS = importance("g2", 2);
    private static final List<ConceptEvent> TWO_NEEDS = List.of(new LayerAdded(LAYER), new ChannelAdded(WEB),
            new ChannelAdded(channel("desk", "Desk", "l1")), new CustomerGroupAdded(EVERYBODY),
            new CustomerGroupAdded(group("g2", "Others", "0", "l1")), new NeedAdded(CORE), new NeedAdded(QUICK));

    @Test
    void theHigherImportanceOfBothCountsPerGroupWithItsSource() {
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n2", List.of(FOUR, OF_OTHERS)))
                .when(merge("n2", "n1")).then(new NeedsMerged("n2", "n1", List.of(FOUR, OF_OTHERS), List.of()));
        Importance same = importance("g1", 3);
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n2", List.of(same))).when(merge("n2", "n1"))
                .then(new NeedsMerged("n2", "n1", List.of(THREE), List.of()));
    }

    @Test
    void whoMergesMaySayWhatTheImportanceIs() {
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n2", List.of(FOUR)))
                .when(new MergeNeeds(8, "n2", "n1", List.of(OF_OTHERS), 9L, List.of()))
                .then(new NeedsMerged("n2", "n1", List.of(OF_OTHERS), List.of()));
        with().when(new MergeNeeds(8, "n2", "n1", List.of(FOUR, importance("g9", 1)), 0L, List.of()))
                .thenRejected(new ImportanceForUnknownGroups(
                        List.of(new Reference(PartKind.CUSTOMER_GROUP, "g9", "/importance/1/group"))));
    }

    @Test
    void whoSaysWhatTheImportanceIsHasSeenWhatItWas() {
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n1", List.of(FOUR)))
                .when(new MergeNeeds(8, "n2", "n1", List.of(OF_OTHERS), 9L, List.of())).thenRejected(new Stale(10));
    }

    @Test
    void whatAGroupExpectsIsNotLost() {
        Importance expected = new Importance("g1", 3, null, null, 4);
        Importance higher = new Importance("g1", 5, "Panel", null, 1);
        with(new ImportanceSet("n1", List.of(expected)), new ImportanceSet("n2", List.of(FOUR))).when(merge("n2", "n1"))
                .then(new NeedsMerged("n2", "n1", List.of(FOUR.expecting(4)), List.of()));
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n2", List.of(higher))).when(merge("n2", "n1"))
                .then(new NeedsMerged("n2", "n1", List.of(higher), List.of()));
    }

    @Test
    void aKnownImportanceIsHigherThanOneThatIsUnknown() {
        Importance expecting = new Importance("g1", null, "Panel", null, 4);
        with(new ImportanceSet("n1", List.of(expecting)), new ImportanceSet("n2", List.of(THREE))).when(merge("n2", "n1"))
                .then(new NeedsMerged("n2", "n1", List.of(THREE.expecting(4)), List.of()));
        with(new ImportanceSet("n1", List.of(THREE)), new ImportanceSet("n2", List.of(expecting))).when(merge("n2", "n1"))
                .then(new NeedsMerged("n2", "n1", List.of(THREE.expecting(4)), List.of()));
    }

    @Test
    void theFitsOfBothAreKeptAndOfTheSameAssessorThatOfTheTarget() {
        DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> assessed = with(
                new FitAssessed("n1", "web", "dirk", 1, "Slow"), new FitAssessed("n2", "web", "dirk", 4, null),
                new FitAssessed("n2", "web", "fenna", 3, null), new FitAssessed("n1", "desk", "dirk", 2, null),
                new FitAssessed("n2", "desk", "dirk", 0, "Queues"));
        assessed.when(merge("n2", "n1", new KeptFit("desk", "dirk")))
                .then(new NeedsMerged("n2", "n1", List.of(), List.of(new KeptFit("desk", "dirk"))));

        Assessments after = after(TWO_NEEDS, new FitAssessed("n1", "web", "dirk", 1, "Slow"),
                new FitAssessed("n2", "web", "dirk", 4, null), new FitAssessed("n2", "web", "fenna", 3, null),
                new FitAssessed("n1", "desk", "dirk", 2, null), new FitAssessed("n2", "desk", "dirk", 0, "Queues"),
                new NeedsMerged("n2", "n1", List.of(), List.of(new KeptFit("desk", "dirk")))).assessments();
        assertThat(after.find("n1", "web", "dirk")).hasValue(new Versioned<>(new Assessment(1, "Slow"), 9));
        assertThat(after.find("n1", "web", "fenna")).hasValue(new Versioned<>(new Assessment(3, null), 14));
        assertThat(after.find("n1", "desk", "dirk")).hasValue(new Versioned<>(new Assessment(0, "Queues"), 14));
        assertThat(after.fits()).extracting(EditionContent.Fit::need).containsOnly("n1");
    }

    @Test
    void onlyOneOfTwoAssessmentsIsKeptInsteadOfTheOther() {
        with(new FitAssessed("n2", "web", "dirk", 4, null)).when(merge("n2", "n1", new KeptFit("web", "dirk"),
                new KeptFit("web", "fenna"))).thenRejected(new FitsNotInConflict(List.of("/keep/0", "/keep/1")));
    }

    @Test
    void whatNamedTheNeedNamesItsTarget() {
        Objective objective = new Objective("o1", "Quick", null, null, null,
                new Slice(ObjectiveDimension.NEED_CHANNEL, "n2|web"), null, null, "Head of service");
        ServiceLevel level = new ServiceLevel("sl1", "In time", "At once", null, null, null, null,
                new Slice(ObjectiveDimension.NEED, "n2"));
        Parts parts = after(TWO_NEEDS, new NeedAdded(SUB), new ObjectiveAdded(objective), new ServiceLevelAdded(level),
                new InsightAdded(insight("i1", "n2")), new InsightAdded(insight("i2", "n2", "n1")),
                new InsightAdded(insight("i3", "n1")), new NeedsMerged("n2", "n1", List.of(), List.of())).parts();

        assertThat(parts.needs()).containsExactly(CORE, need("n3", "At once", "n1"));
        assertThat(parts.objectives()).extracting(Objective::slice)
                .containsExactly(new Slice(ObjectiveDimension.NEED_CHANNEL, "n1|web"));
        assertThat(parts.serviceLevels()).extracting(ServiceLevel::slice)
                .containsExactly(new Slice(ObjectiveDimension.NEED, "n1"));
        assertThat(parts.insights()).extracting(Insight::needs).containsOnly(List.of("n1"));
        assertThat(parts.find(PartKind.NEED, "n3").map(Versioned::version)).as("what changed has a new version")
                .hasValue(15L);
        assertThat(parts.find(PartKind.NEED, "n1").map(Versioned::version)).as("what did not has not").hasValue(7L);
    }

    @Test
    void aSubNeedGoesUpInItsOwnCoreNeed() {
        Draft draft = after(TWO_NEEDS, new NeedAdded(SUB), new ImportanceSet("n3", List.of(FOUR)),
                new NeedsMerged("n3", "n2", List.of(FOUR), List.of()));

        assertThat(draft.parts().needs()).containsExactly(CORE, QUICK);
        assertThat(draft.importanceOf("n2")).isEqualTo(new Versioned<>(List.of(FOUR), 11));
        assertThat(draft.importanceOf("n3").value()).isEmpty();
    }

    @Test
    void aNeedIsNotMergedWithItself() {
        with().when(merge("n2", "n2")).thenRejected(new MergedWithItself());
    }

    @Test
    void aCoreNeedWithSubNeedsIsNotMergedIntoASubNeed() {
        with(new NeedAdded(SUB), new NeedAdded(need("n4", "No queue", "n1"))).when(merge("n2", "n4"))
                .thenRejected(new SubNeedsUnderSubNeed());
        with(new NeedAdded(SUB)).when(merge("n2", "n3")).thenRejected(new SubNeedsUnderSubNeed());
    }

    @Test
    void bothNeedsAreThere() {
        with().when(merge("n9", "n1")).thenRejected(new PartAbsent(PartKind.NEED, "n9"));
        with().when(merge("n2", "n9"))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.NEED, "n9", "/into"))));
        with().when(merge("n2", "web"))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.NEED, "web", "/into"))));
    }

    @Test
    void itIsTheNeedThatTheCallerSaw() {
        with().when(new MergeNeeds(7, "n2", "n1", null, null, List.of())).thenRejected(new Stale(8));
    }

    @Test
    void nothingIsMergedWhileProposed() {
        with(new ConceptProposed()).when(merge("n2", "n1")).thenRejected(new IsProposed());
    }

    /** The needs n1 (7) and n2 (8), and what else there is. */
    private static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> with(ConceptEvent... events) {
        return created().given(TWO_NEEDS).given(events);
    }

    static Draft after(List<ConceptEvent> given, ConceptEvent... events) {
        ConceptDecider decider = new ConceptDecider();
        Concept concept = decider.initial();
        for (ConceptEvent event : Stream.of(List.of(Given.CREATED), given, Arrays.asList(events)).flatMap(List::stream)
                .toList()) {
            concept = decider.evolve(concept, event);
        }
        return concept.draft();
    }

    private static MergeNeeds merge(String need, String into, KeptFit... kept) {
        return new MergeNeeds(8, need, into, null, null, List.of(kept));
    }

    static Insight insight(String id, String... needs) {
        return new Insight(id, "Insight " + id, null, List.of(), null, List.of(needs));
    }

    static Importance importance(String group, int value) {
        return new Importance(group, value, "Interviews", null, null);
    }
}
