package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.SATISFIED;
import static io.serviceconcept.concept.Given.coherent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptEvent.AssumptionAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelShiftChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.HandOverAdded;
import io.serviceconcept.concept.ConceptEvent.HandOverRemoved;
import io.serviceconcept.concept.ConceptEvent.OfferAdded;
import io.serviceconcept.concept.ConceptEvent.OfferChanged;
import io.serviceconcept.concept.ConceptEvent.ServiceAdded;
import io.serviceconcept.concept.ConceptEvent.ServiceLevelAdded;
import io.serviceconcept.concept.ConceptEvent.StakeholderAdded;
import io.serviceconcept.concept.ConceptRejection.BlockingReason;
import io.serviceconcept.concept.ConceptRejection.DatesOutOfOrder;
import io.serviceconcept.concept.ConceptRejection.DuplicateJoint;
import io.serviceconcept.concept.ConceptRejection.DuplicateName;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.NotCoherent;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Referrer;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StillReferredTo;
import io.serviceconcept.concept.ConceptRejection.ToItself;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Offer.AnswerTimeUnit;
import io.serviceconcept.concept.Part.Reference;
import io.serviceconcept.concept.Stakeholder.StakeholderLevel;
import io.serviceconcept.concept.Stakeholder.StakeholderSupport;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;

/** The parts that say what is offered, promised, wanted and believed, and who backs it. */
class ServicePartRulesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final Service PASSPORTS = new Service("s1", "Passports", null);
    private static final Channel DESK = Given.channel("desk", "Desk", "l1");
    private static final Offer OFFER = offer("of1", "s1", "web", "g1");
    private static final ServiceLevel LEVEL = level("sl1", "i1");
    private static final ChannelShift SHIFT = shift("cs1", "desk", "web", NEW_YEAR);
    private static final HandOver HAND_OVER = new HandOver("h1", "web", "desk", List.of("The case number"), null);
    private static final Assumption ASSUMPTION = new Assumption("a1", "People have a camera", null, 5, 3,
            AssumptionStatus.OPEN, "web", null, "Head of service", YEAR_END, null);
    private static final Stakeholder COUNCIL = new Stakeholder("st1", "Works council", StakeholderLevel.HIGH,
            StakeholderLevel.LOW, StakeholderSupport.DOUBTFUL, null);

    static final List<Part> NAMED = List.of(PASSPORTS, LEVEL, ASSUMPTION, COUNCIL);
    static final List<ConceptEvent> ADDED = List.of(new ServiceAdded(PASSPORTS), new OfferAdded(OFFER),
            new ServiceLevelAdded(LEVEL), new ChannelShiftAdded(SHIFT), new HandOverAdded(HAND_OVER),
            new AssumptionAdded(ASSUMPTION), new StakeholderAdded(COUNCIL));

    @ParameterizedTest
    @FieldSource("ADDED")
    void everyKindIsAdded(ConceptEvent added) {
        Part part = ((ConceptEvent.PartAdded) added).part();
        DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> concept = part instanceof Service
                ? coherent()
                : served();
        concept.when(new AddPart(part)).then(added);
    }

    @ParameterizedTest
    @FieldSource("NAMED")
    void aNameIsGivenOnceWithinItsKind(Part part) {
        Part same = switch (part) {
            case Service service -> new Service("x", "PASSPÓRTS ", null);
            case ServiceLevel level -> new ServiceLevel("x", " IN tïme", "Promised", null, null, null, null, null);
            case Assumption assumption -> new Assumption("x", "people HAVE a  camera", null, 1, 1, AssumptionStatus.OPEN,
                    null, null, "Somebody", null, null);
            default -> new Stakeholder("x", "Wörks council", StakeholderLevel.LOW, StakeholderLevel.LOW, null, null);
        };
        everything().when(new AddPart(same)).thenRejected(new DuplicateName(part.partKind(), same.name()));
    }

    @Test
    void anOfferNamesPartsThatExist() {
        coherent().when(new AddPart(offer("of1", "s9", "c9", "g9")))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.SERVICE, "s9", "/service"),
                        new Reference(PartKind.CHANNEL, "c9", "/channel"),
                        new Reference(PartKind.CUSTOMER_GROUP, "g9", "/group"))));
    }

    @Test
    void theOtherKindsNamePartsThatExistToo() {
        coherent().when(new AddPart(shift("cs1", "c8", "c9", null)))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.CHANNEL, "c8", "/from"),
                        new Reference(PartKind.CHANNEL, "c9", "/to"))));
        coherent().when(new AddPart(new HandOver("h1", "web", "c9", List.of(), null)))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.CHANNEL, "c9", "/to"))));
        coherent().when(new AddPart(new Assumption("a1", "Believed", null, 1, 1, AssumptionStatus.OPEN, "c9", null,
                "Somebody", null, null)))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.CHANNEL, "c9", "/channel"))));
        coherent().when(new AddPart(new ServiceLevel("sl1", "In time", "Promised", "s9", null, null, null,
                new Slice(ObjectiveDimension.CHANNEL, "c9"))))
                .thenRejected(new UnknownReferences(List.of(new Reference(PartKind.SERVICE, "s9", "/service"),
                        new Reference(PartKind.CHANNEL, "c9", "/slice/key"))));
    }

    @Test
    void aServiceIsOfferedOnceThroughAChannelToAGroup() {
        everything().when(new AddPart(offer("of2", "s1", "web", "g1")))
                .thenRejected(new DuplicateJoint(PartKind.OFFER, "of1"));
    }

    @Test
    void theSameServiceIsOfferedThroughAnotherChannel() {
        Offer atTheDesk = offer("of2", "s1", "desk", "g1");
        everything().when(new AddPart(atTheDesk)).then(new OfferAdded(atTheDesk));
    }

    @Test
    void anOfferIsChangedIntoNoOtherThatIsThere() {
        everything().given(new OfferAdded(offer("of2", "s1", "desk", "g1")))
                .when(new ChangePart(15, offer("of2", "s1", "web", "g1")))
                .thenRejected(new DuplicateJoint(PartKind.OFFER, "of1"));
    }

    @Test
    void anOfferIsChangedOnItsOwnVersion() {
        Offer promised = new Offer("of1", "s1", "web", "g1", List.of(), List.of("nl"), List.of(), "At once",
                new AnswerTime(1, AnswerTimeUnit.HOURS));
        everything().when(new ChangePart(9, promised)).then(new OfferChanged(promised));
        everything().when(new ChangePart(8, promised)).thenRejected(new Stale(9));
    }

    @Test
    void aChannelHandsOverToAnotherOnceAndNeverToItself() {
        everything().when(new AddPart(new HandOver("h2", "web", "desk", List.of(), "Later")))
                .thenRejected(new DuplicateJoint(PartKind.HAND_OVER, "h1"));
        everything().when(new AddPart(new HandOver("h2", "web", "web", List.of(), null)))
                .thenRejected(new ToItself(PartKind.HAND_OVER));
        HandOver back = new HandOver("h2", "desk", "web", List.of(), null);
        everything().when(new AddPart(back)).then(new HandOverAdded(back));
    }

    @Test
    void useShiftsToAnotherChannelOnceAndNeverToTheSame() {
        everything().when(new AddPart(shift("cs2", "desk", "web", null)))
                .thenRejected(new DuplicateJoint(PartKind.CHANNEL_SHIFT, "cs1"));
        everything().when(new AddPart(shift("cs2", "desk", "desk", null)))
                .thenRejected(new ToItself(PartKind.CHANNEL_SHIFT));
    }

    @Test
    void aShiftEndsNoEarlierThanItBegins() {
        everything().when(new ChangePart(11, shift("cs1", "desk", "web", YEAR_END.plusDays(1))))
                .thenRejected(new DatesOutOfOrder("/dueDate", "lies before the start, 2027-01-01"));
        ChannelShift atOnce = shift("cs1", "desk", "web", YEAR_END);
        everything().when(new ChangePart(11, atOnce)).then(new ChannelShiftChanged(atOnce));
    }

    @Test
    void anObjectiveIsNotDueBeforeItsBaseline() {
        Objective late = new Objective("o2", "Fewer visitors", null,
                new Target(TargetComparison.AT_MOST, BigDecimal.valueOf(-5), TargetMeasure.CHANGE, 2027), null, null,
                YEAR_END, null, "Head of locations");
        coherent().when(new AddPart(late))
                .thenRejected(new DatesOutOfOrder("/dueDate", "lies before the baseline year, 2027"));
    }

    @Test
    void whatIsOfferedOrPromisedStays() {
        everything().when(new RemovePart(8, PartKind.SERVICE, "s1"))
                .thenRejected(new StillReferredTo(
                        List.of(new Referrer(PartKind.OFFER, "of1", "Passports – Web – Everybody"),
                                new Referrer(PartKind.SERVICE_LEVEL, "sl1", "In time"))));
    }

    @Test
    void aChannelThatIsShiftedToHandedOverToOrBelievedInStays() {
        everything().when(new RemovePart(7, PartKind.CHANNEL, "desk"))
                .thenRejected(new StillReferredTo(List.of(new Referrer(PartKind.CHANNEL_SHIFT, "cs1", "Desk – Web"),
                        new Referrer(PartKind.HAND_OVER, "h1", "Web – Desk"))));
        served().given(new AssumptionAdded(ASSUMPTION)).when(new RemovePart(3, PartKind.CHANNEL, "web"))
                .thenRejected(new StillReferredTo(
                        List.of(new Referrer(PartKind.ASSUMPTION, "a1", "People have a camera"))));
    }

    @Test
    void aGroupThatIsOfferedSomethingStays() {
        everything().when(new RemovePart(4, PartKind.CUSTOMER_GROUP, "g1"))
                .thenRejected(new StillReferredTo(
                        List.of(new Referrer(PartKind.OFFER, "of1", "Passports – Web – Everybody"))));
    }

    @Test
    void whatNothingRefersToIsRemoved() {
        everything().when(new RemovePart(12, PartKind.HAND_OVER, "h1")).then(new HandOverRemoved("h1"));
        everything().when(new RemovePart(12, PartKind.HAND_OVER, "h9"))
                .thenRejected(new PartAbsent(PartKind.HAND_OVER, "h9"));
    }

    @Test
    void aServiceLevelWithoutWhatItIsJudgedByBlocksTheProposal() {
        assertThat(reasons(served().given(new ServiceLevelAdded(level("sl2", "i9")), new ServiceLevelAdded(
                new ServiceLevel("sl1", "Empty", "Promised", null, null, null, null, null))))).extracting(BlockingReason::code,
                        BlockingReason::subject)
                .containsExactly(tuple("unknown-indicator", "sl2"),
                        tuple("service-level-without-indicator", "sl1"),
                        tuple("service-level-without-norm", "sl1"),
                        tuple("service-level-without-window", "sl1"));
    }

    @Test
    void whatIsCompleteIsProposed() {
        everything().when(new Propose(Set.of("i1"))).then(new ConceptProposed());
    }

    @Test
    void nothingOfItChangesWhileProposed() {
        everything().given(new ConceptProposed()).when(new AddPart(new Service("s2", "Permits", null)))
                .thenRejected(new IsProposed());
    }

    @Test
    void anEditionHoldsAllOfIt() {
        Instant now = Instant.parse("2026-01-15T10:00:00Z");
        everything().given(new ConceptProposed()).when(new Adopt(NEW_YEAR, now))
                .then(new EditionAdopted("Our service", 1, NEW_YEAR, now,
                        new EditionContent(Direction.NONE, List.of(Given.LAYER), List.of(Given.EVERYBODY),
                                List.of(Given.WEB, DESK), List.of(Given.CORE), List.of(), List.of(), List.of(SATISFIED),
                                List.of(PASSPORTS), List.of(OFFER), List.of(LEVEL), List.of(SHIFT), List.of(HAND_OVER),
                                List.of(ASSUMPTION), List.of(COUNCIL), List.of(), List.of())));
    }

    @Test
    void theRiskOfAnAssumptionIsItsImpactTimesItsUncertainty() {
        assertThat(ASSUMPTION.risk()).isEqualTo(15);
    }

    /** The coherent concept (6) with a desk (7) and a service (8). */
    private static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> served() {
        return coherent().given(new ChannelAdded(DESK), new ServiceAdded(PASSPORTS));
    }

    /** As {@link #served} with an offer (9), level (10), shift (11), hand-over (12), assumption (13), stakeholder (14). */
    private static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> everything() {
        return served().given(ADDED.subList(1, ADDED.size()).toArray(ConceptEvent[]::new));
    }

    private static List<BlockingReason> reasons(DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> concept) {
        NotCoherent[] refused = new NotCoherent[1];
        assertThat(concept.when(new Propose(Set.of("i1"))).decision()).isInstanceOfSatisfying(
                io.serviceconcept.eventsourcing.Decision.Rejected.class,
                rejected -> refused[0] = (NotCoherent) rejected.reason());
        return refused[0].reasons();
    }

    private static Offer offer(String id, String service, String channel, String group) {
        return new Offer(id, service, channel, group, List.of(), List.of(), List.of(), null, null);
    }

    private static ServiceLevel level(String id, String indicator) {
        return new ServiceLevel(id, "In time", "Within two days", "s1", indicator,
                new ServiceLevel.Norm(TargetComparison.AT_LEAST, BigDecimal.valueOf(90)), ObjectiveWindow.MONTH, null);
    }

    private static ChannelShift shift(String id, String from, String to, @Nullable LocalDate start) {
        return new ChannelShift(id, from, to, BigDecimal.TEN, start, YEAR_END, null);
    }
}
