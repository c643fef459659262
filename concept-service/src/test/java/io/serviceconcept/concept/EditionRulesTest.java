package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.EVERYBODY;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.SATISFIED;
import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.channel;
import static io.serviceconcept.concept.Given.coherent;
import static io.serviceconcept.concept.Given.created;
import static io.serviceconcept.concept.Given.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.SetDirection;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftAdded;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.LayerChanged;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.ConceptEvent.ProposalWithdrawn;
import io.serviceconcept.concept.ConceptRejection.BlockingReason;
import io.serviceconcept.concept.ConceptRejection.DueBeforeInForce;
import io.serviceconcept.concept.ConceptRejection.DuePart;
import io.serviceconcept.concept.ConceptRejection.InForceBeforeFormer;
import io.serviceconcept.concept.ConceptRejection.IsNotProposed;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.NotCoherent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;

class EditionRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Direction DIRECTION = new Direction("Serve", null, List.of("Near"), null, List.of());

    @Test
    void aCoherentConceptIsProposed() {
        coherent().when(new Propose(Set.of("i1"))).then(new ConceptProposed());
    }

    @Test
    void proposingAgainChangesNothing() {
        coherent().given(new ConceptProposed()).when(new Propose(Set.of())).thenNothing();
    }

    @Test
    void anEmptyDraftIsRefusedWithEveryReason() {
        assertThat(codes(created().when(new Propose(Set.of())).decision())).containsExactly("no-layer",
                "no-customer-group");
    }

    @Test
    void everyReasonIsNamedAtOnce() {
        Objective empty = new Objective("o2", "Empty", null, null, null, null, null, null, "Nobody");
        Decision<ConceptEvent, ConceptRejection> decision = created(new LayerAdded(LAYER),
                new ChannelAdded(channel("fax", "Fax", null)), new CustomerGroupAdded(group("g1", "Lost", "99.49", null)),
                new ObjectiveAdded(SATISFIED), new ObjectiveAdded(empty)).when(new Propose(Set.of())).decision();

        assertThat(codes(decision)).containsExactlyInAnyOrder("channel-without-layer", "group-without-home-layer",
                "shares-not-100", "unknown-indicator", "objective-without-indicator", "objective-without-target",
                "objective-without-window", "objective-without-due-date");
        assertThat(reasons(decision)).filteredOn(reason -> reason.code().startsWith("objective"))
                .allSatisfy(reason -> assertThat(reason.subject()).isEqualTo("o2"));
    }

    @ParameterizedTest
    @CsvSource({ "99.5,true", "100.5,true", "99.49,false", "100.51,false" })
    void sharesAddUpToAHundredGiveOrTakeAHalf(String share, boolean coherent) {
        Decision<ConceptEvent, ConceptRejection> decision = created(new LayerAdded(LAYER),
                new CustomerGroupAdded(group("g1", "Everybody", share, "l1"))).when(new Propose(Set.of())).decision();

        assertThat(decision instanceof Decision.Accepted).isEqualTo(coherent);
    }

    @Test
    void layersThatShareAPositionAreNamedTogether() {
        DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> shared = coherent().given(
                new LayerAdded(new Layer("l2", "Assisted", "ASSISTED", 1)),
                new LayerAdded(new Layer("l3", "Personal", "PERSONAL", 2)));

        assertThat(reasons(shared.when(new Propose(Set.of("i1"))).decision()))
                .containsExactly(new BlockingReason("layers-share-position", "The layers \"Self-service\", \"Assisted\" share"
                        + " position 1; each has a place of its own in the pyramid.", null));
        shared.given(new LayerChanged(new Layer("l2", "Assisted", "ASSISTED", 3)))
                .when(new Propose(Set.of("i1"))).then(new ConceptProposed());
    }

    @Test
    void aProposalIsWithdrawn() {
        coherent().given(new ConceptProposed()).when(new Withdraw()).then(new ProposalWithdrawn());
        coherent().when(new Withdraw()).thenRejected(new IsNotProposed());
    }

    @Test
    void anEditionHoldsEverythingTheDraftHeld() {
        List<Need.Importance> importance = List.of(new Need.Importance("g1", 5, null, null, null));
        coherent()
                .given(new DirectionSet(DIRECTION), new ImportanceSet("n1", importance),
                        new FitAssessed("n1", "web", "dirk", 2, null), new FitAssessed("n1", "web", "fenna", 3, null),
                        new ConceptProposed())
                .when(new Adopt(NEW_YEAR, NOW))
                .then(new EditionAdopted("Our service", 1, NEW_YEAR, NOW,
                        new EditionContent(DIRECTION, List.of(LAYER), List.of(EVERYBODY), List.of(WEB), List.of(CORE),
                                List.of(new EditionContent.NeedImportance("n1", importance)),
                                List.of(new EditionContent.Fit("n1", "web", AssessedFit.of(List.of(2, 3)))),
                                List.of(SATISFIED))));
    }

    @Test
    void onlyAProposalIsAdopted() {
        coherent().when(new Adopt(NEW_YEAR, NOW)).thenRejected(new IsNotProposed());
    }

    @Test
    void theNextEditionTakesForceNoEarlierThanTheFormer() {
        EditionAdopted first = new EditionAdopted("Our service", 1, NEW_YEAR, NOW, content());
        coherent().given(new ConceptProposed(), first, new ConceptProposed())
                .when(new Adopt(NEW_YEAR.minusDays(1), NOW)).thenRejected(new InForceBeforeFormer(NEW_YEAR));
        assertThat(coherent().given(new ConceptProposed(), first, new ConceptProposed())
                .when(new Adopt(NEW_YEAR, NOW)).decision())
                .isEqualTo(Decision.accepted(new EditionAdopted("Our service", 2, NEW_YEAR, NOW, content())));
    }

    @Test
    void anEditionTakesForceNoLaterThanAnyOfItIsDue() {
        LocalDate due = LocalDate.of(2026, 12, 31);
        ChannelShift shift = new ChannelShift("s1", "web", "desk", BigDecimal.TEN, null, due.minusDays(1), null);
        Objective later = new Objective("o2", "Later", "i1", SATISFIED.target(), SATISFIED.window(), null, due.plusYears(1),
                null, "Head of service");
        DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> proposed = coherent().given(
                new ChannelAdded(channel("desk", "Desk", "l1")), new ChannelShiftAdded(shift), new ObjectiveAdded(later),
                new ConceptProposed());

        proposed.when(new Adopt(due.plusDays(1), NOW)).thenRejected(new DueBeforeInForce(
                List.of(new DuePart(PartKind.OBJECTIVE, "o1", "Satisfied", due),
                        new DuePart(PartKind.CHANNEL_SHIFT, "s1", "Web – Desk", due.minusDays(1)))));
        proposed.when(new Adopt(due, NOW)).thenRejected(new DueBeforeInForce(
                List.of(new DuePart(PartKind.CHANNEL_SHIFT, "s1", "Web – Desk", due.minusDays(1)))));
        assertThat(proposed.when(new Adopt(due.minusDays(1), NOW)).decision()).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theDirectionIsSetOnItsOwnVersion() {
        coherent().when(new SetDirection(0, DIRECTION)).then(new DirectionSet(DIRECTION));
        coherent().given(new DirectionSet(DIRECTION)).when(new SetDirection(0, Direction.NONE))
                .thenRejected(new Stale(7));
        coherent().given(new ConceptProposed()).when(new SetDirection(0, DIRECTION)).thenRejected(new IsProposed());
    }

    @Test
    void aStreamWithAnImpossibleEventIsDamaged() {
        ConceptDecider decider = new ConceptDecider();
        assertThatIllegalStateException().isThrownBy(() -> decider.evolve(decider.initial(), new ConceptProposed()));
        assertThatIllegalStateException().isThrownBy(() -> coherent().given(new LayerAdded(LAYER)));
        assertThatIllegalStateException().isThrownBy(() -> coherent().given(new ProposalWithdrawn()));
    }

    private static EditionContent content() {
        return new EditionContent(Direction.NONE, List.of(LAYER), List.of(EVERYBODY), List.of(WEB), List.of(CORE),
                List.of(), List.of(), List.of(SATISFIED));
    }

    private static List<BlockingReason> reasons(Decision<ConceptEvent, ConceptRejection> decision) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class,
                rejected -> assertThat(rejected.reason()).isInstanceOf(NotCoherent.class));
        return ((NotCoherent) ((Decision.Rejected<ConceptEvent, ConceptRejection>) decision).reason()).reasons();
    }

    private static List<String> codes(Decision<ConceptEvent, ConceptRejection> decision) {
        return reasons(decision).stream().map(BlockingReason::code).toList();
    }
}
