package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.EVERYBODY;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.created;
import static io.serviceconcept.concept.Given.need;
import static io.serviceconcept.concept.NeedMergeRulesTest.after;
import static io.serviceconcept.concept.NeedMergeRulesTest.importance;
import static io.serviceconcept.concept.NeedMergeRulesTest.insight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.Assessments.Assessment;
import io.serviceconcept.concept.ConceptCommand.NewNeed;
import io.serviceconcept.concept.ConceptCommand.SplitNeed;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.InsightAdded;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.ConceptEvent.SplitOff;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.FewerThanTwo;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.SplitLeavesOrphans;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.TakenTwice;
import io.serviceconcept.concept.ConceptRejection.TakesWhatDoesNotRefer;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;

class NeedSplitRulesTest {

    private static final Need SUB = need("n2", "At once", "n1");
    private static final Objective QUICK = new Objective("o1", "Quick", null, null, null,
            new Slice(ObjectiveDimension.NEED_GROUP, "n1|g1"), null, null, "Head of service");
    private static final List<ConceptEvent> ONE_NEED = List.of(new LayerAdded(LAYER), new ChannelAdded(WEB),
            new CustomerGroupAdded(EVERYBODY), new NeedAdded(CORE));

    @Test
    void aNeedBecomesSeveralInItsPlace() {
        with().when(split(part("a", "Fast"), part("b", "Not waiting"))).then(new NeedSplit("n1",
                List.of(off("a", "Fast", null), off("b", "Not waiting", null))));
        with(new NeedAdded(SUB)).when(new SplitNeed(6, "n2", List.of(part("a", "Fast"), part("b", "Not waiting"))))
                .then(new NeedSplit("n2", List.of(off("a", "Fast", "n1"), off("b", "Not waiting", "n1"))));
    }

    @Test
    void oneOfThemMayKeepItsName() {
        with().when(split(part("a", "speed"), part("b", "Not waiting"))).then(new NeedSplit("n1",
                List.of(off("a", "speed", null), off("b", "Not waiting", null))));
    }

    @Test
    void eachStartsWithItsImportanceAndFits() {
        List<Importance> importance = List.of(importance("g1", 4));
        Draft draft = after(ONE_NEED, new ImportanceSet("n1", importance), new FitAssessed("n1", "web", "dirk", 3, "Fine"),
                new NeedSplit("n1", List.of(off("a", "Fast", null), off("b", "Not waiting", null))));

        assertThat(draft.parts().needs()).extracting(Need::id).containsExactly("a", "b");
        assertThat(draft.importance()).containsOnlyKeys("a", "b").containsValue(new Versioned<>(importance, 8));
        assertThat(draft.assessments().fits()).extracting(EditionContent.Fit::need).containsExactly("a", "b");
        assertThat(draft.assessments().find("b", "web", "dirk"))
                .hasValue(new Versioned<>(new Assessment(3, "Fine"), 8));
    }

    @Test
    void whatNamedItIsTakenByOneOfThemAndAnInsightSupportsAll() {
        Parts parts = after(ONE_NEED, new NeedAdded(SUB), new ObjectiveAdded(QUICK),
                new InsightAdded(insight("i1", "n1", "n2")),
                new NeedSplit("n1", List.of(off("a", "Fast", null, "o1"), off("b", "Not waiting", null, "n2")))).parts();

        assertThat(parts.find(PartKind.NEED, "n2")).hasValue(new Versioned<>(need("n2", "At once", "b"), 9));
        assertThat(parts.objectives()).extracting(Objective::slice)
                .containsExactly(new Slice(ObjectiveDimension.NEED_GROUP, "a|g1"));
        assertThat(parts.insights()).extracting(Insight::needs).containsExactly(List.of("a", "b", "n2"));
    }

    @Test
    void noOrphansAreLeft() {
        with(new NeedAdded(SUB), new ObjectiveAdded(QUICK), new InsightAdded(insight("i1", "n1")))
                .when(split(part("a", "Fast", "n2"), part("b", "Not waiting")))
                .thenRejected(new SplitLeavesOrphans(List.of(new Referrer(PartKind.OBJECTIVE, "o1", "Quick"))));
    }

    @Test
    void aSubNeedIsNotUnderTwoCoreNeeds() {
        with(new NeedAdded(SUB)).when(split(part("a", "Fast", "n2"), part("b", "Not waiting", "n2")))
                .thenRejected(new TakenTwice(List.of("/into/1/takes/0")));
    }

    @Test
    void onlyWhatNamesItIsTaken() {
        with(new NeedAdded(SUB), new NeedAdded(need("n3", "A person", null)), new InsightAdded(insight("i1", "n1")))
                .when(split(part("a", "Fast", "n2", "n3"), part("b", "Not waiting", "i1")))
                .thenRejected(new TakesWhatDoesNotRefer(List.of("/into/0/takes/1", "/into/1/takes/0")));
    }

    @Test
    void itBecomesTwoOrMore() {
        with().when(split(part("a", "Fast"))).thenRejected(new FewerThanTwo());
        with().when(split()).thenRejected(new FewerThanTwo());
    }

    @Test
    void theirNamesAreTheirOwn() {
        with().when(split(part("a", "Fast"), part("b", "fäst"))).thenRejected(new DuplicateName(PartKind.NEED, "fäst"));
        with(new NeedAdded(need("n3", "A person", null))).when(split(part("a", "Fast"), part("b", "a person")))
                .thenRejected(new DuplicateName(PartKind.NEED, "a person"));
    }

    @Test
    void itIsTheNeedThatTheCallerSaw() {
        List<NewNeed> two = List.of(part("a", "Fast"), part("b", "Not waiting"));
        with().when(new SplitNeed(4, "n1", two)).thenRejected(new Stale(5));
        with().when(new SplitNeed(5, "n9", two)).thenRejected(new PartAbsent(PartKind.NEED, "n9"));
        with(new ConceptProposed()).when(new SplitNeed(5, "n1", two)).thenRejected(new IsProposed());
    }

    /** The core need n1 (5), and what else there is. */
    private static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> with(ConceptEvent... events) {
        return created().given(ONE_NEED).given(events);
    }

    private static SplitNeed split(NewNeed... into) {
        return new SplitNeed(5, "n1", List.of(into));
    }

    private static NewNeed part(String id, String name, String... takes) {
        return new NewNeed(id, name, null, List.of(takes));
    }

    private static SplitOff off(String id, String name, @Nullable String coreNeed, String... takes) {
        return new SplitOff(need(id, name, coreNeed), List.of(takes));
    }
}
