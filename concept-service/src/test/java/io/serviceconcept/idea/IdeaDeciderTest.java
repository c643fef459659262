package io.serviceconcept.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.serviceconcept.concept.NeedSuccession;
import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.PartKind;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.idea.ConceptTest.Target;
import io.serviceconcept.idea.ConceptTest.TestTarget;
import io.serviceconcept.idea.IdeaCommand.AddTest;
import io.serviceconcept.idea.IdeaCommand.Change;
import io.serviceconcept.idea.IdeaCommand.ChangeTest;
import io.serviceconcept.idea.IdeaCommand.Move;
import io.serviceconcept.idea.IdeaCommand.Propose;
import io.serviceconcept.idea.IdeaCommand.RecordQuote;
import io.serviceconcept.idea.IdeaEvent.IdeaChanged;
import io.serviceconcept.idea.IdeaEvent.IdeaProposed;
import io.serviceconcept.idea.IdeaEvent.IdeaPutToTest;
import io.serviceconcept.idea.IdeaEvent.IdeaRealised;
import io.serviceconcept.idea.IdeaEvent.IdeaRejected;
import io.serviceconcept.idea.IdeaEvent.IdeaSelected;
import io.serviceconcept.idea.IdeaEvent.IdeaValidated;
import io.serviceconcept.idea.IdeaEvent.QuoteRecorded;
import io.serviceconcept.idea.IdeaEvent.TestAdded;
import io.serviceconcept.idea.IdeaEvent.TestChanged;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaRejection.IdeaAbsent;
import io.serviceconcept.idea.IdeaRejection.IdeaExists;
import io.serviceconcept.idea.IdeaRejection.IdeaIsOver;
import io.serviceconcept.idea.IdeaRejection.StateNotNext;
import io.serviceconcept.idea.IdeaRejection.TestAbsent;
import io.serviceconcept.idea.IdeaRejection.TooManyQuotes;
import io.serviceconcept.idea.IdeaRejection.TooManyTests;
import io.serviceconcept.idea.IdeaRejection.UnknownReferences;

class IdeaDeciderTest {

    private static final IdeaOutline OUTLINE = outline("Evening calls", List.of("n1"), List.of("c1"));
    private static final IdeaProposed PROPOSED = new IdeaProposed("c", OUTLINE);
    private static final IdeaSelected SELECTED = new IdeaSelected("c", "Evening calls", IdeaOrigin.NEED, List.of("n1"),
            List.of("c1"), "Why not");
    private static final IdeaPutToTest IN_TEST = new IdeaPutToTest("Twelve will try");
    private static final ConceptTest TEST = test("t1", null);
    private static final List<IdeaState> OPEN = List.of(IdeaState.PROPOSED, IdeaState.SELECTED, IdeaState.IN_TEST,
            IdeaState.VALIDATED);
    private static final Personal SAID = Personal.of(SubjectId.random(), "At last");

    private static IdeaOutline outline(String title, List<String> needs, List<String> channels) {
        return new IdeaOutline(title, null, IdeaOrigin.NEED, List.of(), List.of(), List.of(), needs, channels, null,
                BigDecimal.TEN, List.of(new IdeaEffect("n1", "c1", 4)), "Head of service");
    }

    private static ConceptTest test(String id, @Nullable String result) {
        return new ConceptTest(id, new Target(TestTarget.CHANNEL, "c1", null), "INTERVIEW", LocalDate.of(2026, 3, 2), null,
                12, List.of("g1"), result, null);
    }

    private static DeciderSpec<IdeaCommand, Idea, IdeaEvent, IdeaRejection> proposed(IdeaEvent... since) {
        return DeciderSpec.of(new IdeaDecider()).given(PROPOSED).given(since);
    }

    private static DeciderSpec<IdeaCommand, Idea, IdeaEvent, IdeaRejection> in(IdeaState state) {
        return switch (state) {
            case PROPOSED -> proposed();
            case SELECTED -> proposed(SELECTED);
            case IN_TEST -> proposed(SELECTED, IN_TEST);
            case VALIDATED -> proposed(SELECTED, IN_TEST, new IdeaValidated("It works"));
            case REJECTED -> proposed(SELECTED, IN_TEST, new IdeaRejected("Nobody came"));
            case REALISED -> proposed(SELECTED, IN_TEST, new IdeaValidated("It works"), new IdeaRealised("It is open"));
        };
    }

    private static Set<Part.Reference> all(IdeaOutline outline) {
        return Set.copyOf(outline.references());
    }

    @Test
    void anIdeaIsProposedOnce() {
        Propose propose = new Propose("c", OUTLINE, all(OUTLINE));
        DeciderSpec.of(new IdeaDecider()).when(propose).then(PROPOSED);
        for (IdeaState state : IdeaState.values()) {
            in(state).when(propose).thenRejected(new IdeaExists());
        }
        assertThat(IdeaRefusals.problem(new IdeaExists()).type()).isEqualTo("idea-exists");
    }

    @Test
    void nothingIsAskedOfAnIdeaThatIsNotThere() {
        for (IdeaCommand command : List.of(new Change(OUTLINE, Set.of()),
                new Move(IdeaState.SELECTED, "Why not", NeedSuccession.NONE),
                new AddTest(TEST, Set.of()), new ChangeTest(TEST, Set.of()), new RecordQuote("t1", "q1", SAID))) {
            DeciderSpec.of(new IdeaDecider()).when(command).thenRejected(new IdeaAbsent());
        }
    }

    @Test
    void anIdeaThatNamesUnknownPartsIsRefusedWithAllOfThem() {
        IdeaOutline asked = outline("Evening calls", List.of("n1", "n9"), List.of("c9"));
        Set<Part.Reference> known = Set.of(new Part.Reference(PartKind.NEED, "n1", "/needs/0"),
                new Part.Reference(PartKind.NEED, "n1", "/expectedEffects/0/need"));
        UnknownReferences unknown = new UnknownReferences(List.of(new Part.Reference(PartKind.NEED, "n9", "/needs/1"),
                new Part.Reference(PartKind.CHANNEL, "c9", "/channels/0"),
                new Part.Reference(PartKind.CHANNEL, "c1", "/expectedEffects/0/channel")));

        DeciderSpec.of(new IdeaDecider()).when(new Propose("c", asked, known)).thenRejected(unknown);
        proposed().when(new Change(asked, known)).thenRejected(unknown);
    }

    @Test
    void anIdeaChangesUntilItIsOverAndKeepsItsState() {
        IdeaOutline changed = outline("Saturday calls", List.of(), List.of("c1"));
        for (IdeaState state : OPEN) {
            in(state).when(new Change(changed, all(changed))).then(new IdeaChanged(changed));
            in(state).given(new IdeaChanged(changed)).when(new Move(IdeaState.PROPOSED, "Back", NeedSuccession.NONE))
                    .thenRejected(new StateNotNext(state, IdeaState.PROPOSED, state.next()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "REJECTED", "REALISED" })
    void anIdeaThatIsOverChangesNoMoreAndGetsNoTests(IdeaState state) {
        IdeaOutline changed = outline("Saturday calls", List.of(), List.of("c1"));
        ConceptTest done = test("t1", "Nine of twelve");

        in(state).when(new Change(changed, all(changed))).thenRejected(new IdeaIsOver(state));
        in(state).when(new AddTest(TEST, Set.copyOf(TEST.references()))).thenRejected(new IdeaIsOver(state));
        List<IdeaEvent> tested = new ArrayList<>(List.of(PROPOSED, new TestAdded(TEST), SELECTED, IN_TEST));
        tested.addAll(state == IdeaState.REJECTED ? List.of(new IdeaRejected("Nobody came"))
                : List.of(new IdeaValidated("It works"), new IdeaRealised("It is open")));
        DeciderSpec<IdeaCommand, Idea, IdeaEvent, IdeaRejection> over = DeciderSpec.of(new IdeaDecider()).given(tested);
        over.when(new ChangeTest(done, Set.copyOf(done.references()))).then(new TestChanged(done));
        over.when(new RecordQuote("t1", "q1", SAID)).then(new QuoteRecorded("t1", "q1", SAID));
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        proposed().when(new Change(OUTLINE, all(OUTLINE))).thenNothing();
        proposed(new TestAdded(TEST)).when(new ChangeTest(TEST, Set.copyOf(TEST.references()))).thenNothing();
    }

    @Test
    void anIdeaGoesFromProposalToWhatBecameOfIt() {
        in(IdeaState.PROPOSED).when(new Move(IdeaState.SELECTED, "Why not", NeedSuccession.NONE)).then(SELECTED);
        in(IdeaState.SELECTED).when(new Move(IdeaState.IN_TEST, "Twelve will try", NeedSuccession.NONE)).then(IN_TEST);
        in(IdeaState.IN_TEST).when(new Move(IdeaState.VALIDATED, "It works", NeedSuccession.NONE))
                .then(new IdeaValidated("It works"));
        in(IdeaState.IN_TEST).when(new Move(IdeaState.REJECTED, "Nobody came", NeedSuccession.NONE))
                .then(new IdeaRejected("Nobody came"));
        in(IdeaState.VALIDATED).when(new Move(IdeaState.REALISED, "It is open", NeedSuccession.NONE))
                .then(new IdeaRealised("It is open"));
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherStepIsRefusedWithWhatIsAllowed(IdeaState from) {
        for (IdeaState to : IdeaState.values()) {
            if (!from.next().contains(to)) {
                in(from).when(new Move(to, "Let us", NeedSuccession.NONE))
                        .thenRejected(new StateNotNext(from, to, from.next()));
            }
        }
    }

    @Test
    void whatWasRejectedOrRealisedIsDone() {
        assertThat(IdeaState.REJECTED.next()).isEmpty();
        assertThat(IdeaState.REALISED.next()).isEmpty();
    }

    @Test
    void whatIsSelectedIsToldAsItIsThen() {
        IdeaOutline changed = outline("Saturday calls", List.of(), List.of("c1"));
        proposed(new IdeaChanged(changed)).when(new Move(IdeaState.SELECTED, "Why not", NeedSuccession.NONE))
                .then(new IdeaSelected("c", "Saturday calls", IdeaOrigin.NEED, List.of(), List.of("c1"), "Why not"));
    }

    @Test
    void aTestIsAddedAndChanged() {
        ConceptTest done = test("t1", "Nine of twelve");
        proposed().when(new AddTest(TEST, Set.copyOf(TEST.references()))).then(new TestAdded(TEST));
        proposed(new TestAdded(TEST)).when(new ChangeTest(done, Set.copyOf(done.references()))).then(new TestChanged(done));
        proposed().when(new ChangeTest(done, Set.copyOf(done.references()))).thenRejected(new TestAbsent("t1"));
    }

    @Test
    void aTestThatNamesUnknownPartsIsRefusedWithAllOfThem() {
        UnknownReferences unknown = new UnknownReferences(
                List.of(new Part.Reference(PartKind.CHANNEL, "c1", "/target/channel"),
                        new Part.Reference(PartKind.CUSTOMER_GROUP, "g1", "/groups/0")));
        proposed().when(new AddTest(TEST, Set.of())).thenRejected(unknown);
        proposed(new TestAdded(test("t1", "Not yet"))).when(new ChangeTest(TEST, Set.of())).thenRejected(unknown);
    }

    @Test
    void anIdeaHasSoManyTestsAndATestSoManyQuotes() {
        IdeaEvent[] tests = IntStream.range(0, IdeaDecider.MOST_TESTS).mapToObj(i -> new TestAdded(test("t" + i, null)))
                .toArray(IdeaEvent[]::new);
        proposed(tests).when(new AddTest(test("more", null), Set.copyOf(TEST.references())))
                .thenRejected(new TooManyTests(IdeaDecider.MOST_TESTS));

        IdeaEvent[] quotes = IntStream.range(0, IdeaDecider.MOST_QUOTES)
                .mapToObj(i -> new QuoteRecorded("t1", "q" + i, SAID)).toArray(IdeaEvent[]::new);
        proposed(new TestAdded(TEST)).given(quotes).when(new RecordQuote("t1", "more", SAID))
                .thenRejected(new TooManyQuotes(IdeaDecider.MOST_QUOTES));
    }

    @Test
    void aQuoteBelongsToATest() {
        proposed(new TestAdded(TEST)).when(new RecordQuote("t1", "q1", SAID)).then(new QuoteRecorded("t1", "q1", SAID));
        proposed().when(new RecordQuote("t1", "q1", SAID)).thenRejected(new TestAbsent("t1"));
    }

    @Test
    void quotesStayWhenTheirTestChanges() {
        IdeaDecider decider = new IdeaDecider();
        Idea idea = decider.initial();
        for (IdeaEvent event : List.of(PROPOSED, new TestAdded(TEST), new QuoteRecorded("t1", "q1", SAID),
                new TestChanged(test("t1", "Nine of twelve")))) {
            idea = decider.evolve(idea, event);
        }

        assertThat(((Idea.Present) idea).tests().get("t1").quotes()).containsExactly(new Idea.Quote("q1", SAID));
    }

    @Test
    void aHistoryThatCannotBeIsNotFolded() {
        assertThatThrownBy(() -> DeciderSpec.of(new IdeaDecider()).given(SELECTED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> proposed(IN_TEST)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> proposed(new TestChanged(TEST))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> proposed(PROPOSED)).isInstanceOf(IllegalStateException.class);
    }
}
