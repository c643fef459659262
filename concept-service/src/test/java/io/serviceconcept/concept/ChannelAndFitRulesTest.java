package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.WEB;
import static io.serviceconcept.concept.Given.coherent;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.ConceptCommand.AssessFits.Cell;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptCommand.WithdrawFit;
import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ChannelRemoved;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptRejection.ChannelRetired;
import io.serviceconcept.concept.ConceptRejection.FitAbsent;
import io.serviceconcept.concept.ConceptRejection.IsProposed;
import io.serviceconcept.concept.ConceptRejection.PartAbsent;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StatusNotNext;
import io.serviceconcept.concept.ConceptRejection.TooManyFits;
import io.serviceconcept.concept.ConceptRejection.UnknownReferences;
import io.serviceconcept.eventsourcing.Decision;

class ChannelAndFitRulesTest {

    @Test
    void aPlannedChannelBecomesActive() {
        coherent().when(new ChangeStatus(3, "web", ChannelStatus.ACTIVE, "Ready"))
                .then(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, "Ready"));
    }

    @Test
    void theStatusIsOperationalAndChangesWhileTheConceptIsProposed() {
        coherent().given(new ConceptProposed()).when(new ChangeStatus(3, "web", ChannelStatus.PILOT, null))
                .then(new ChannelStatusChanged("web", ChannelStatus.PILOT, null));
    }

    @Test
    void anActiveChannelIsNotPlannedAgain() {
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null))
                .when(new ChangeStatus(7, "web", ChannelStatus.PLANNED, null))
                .thenRejected(new StatusNotNext(ChannelStatus.ACTIVE, ChannelStatus.PLANNED));
    }

    @Test
    void aStatusOnAStaleVersionIsRefused() {
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null))
                .when(new ChangeStatus(3, "web", ChannelStatus.RETIRED, null)).thenRejected(new Stale(7));
    }

    @Test
    void theSameStatusAgainIsNoEvent() {
        coherent().when(new ChangeStatus(3, "web", ChannelStatus.PLANNED, null)).thenNothing();
    }

    @Test
    void anAssessorReplacesHisOwnFit() {
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null))
                .when(new AssessFit("n1", "web", "dirk", 4, "Improved"))
                .then(new FitAssessed("n1", "web", "dirk", 4, "Improved"));
    }

    @Test
    void theSameFitAgainIsNoEvent() {
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null)).when(new AssessFit("n1", "web", "dirk", 2, null))
                .thenNothing();
    }

    @Test
    void bothSidesOfACellExist() {
        coherent().when(new AssessFit("n9", "web", "dirk", 2, null)).thenRejected(new PartAbsent(PartKind.NEED, "n9"));
        coherent().when(new AssessFit("n1", "fax", "dirk", 2, null))
                .thenRejected(new PartAbsent(PartKind.CHANNEL, "fax"));
    }

    @Test
    void aRetiredChannelIsNotAssessed() {
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.RETIRED, null))
                .when(new AssessFit("n1", "web", "dirk", 2, null)).thenRejected(new ChannelRetired("web"));
    }

    @Test
    void nothingIsAssessedWhileTheConceptIsProposed() {
        coherent().given(new ConceptProposed()).when(new AssessFit("n1", "web", "dirk", 2, null))
                .thenRejected(new IsProposed());
    }

    @Test
    void aFitIsTakenBackByWhoGaveItAndByNobodyElse() {
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null), new FitAssessed("n1", "web", "fenna", 4, null))
                .when(new WithdrawFit(7, "n1", "web", "dirk")).then(new FitWithdrawn("n1", "web", "dirk"));
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null)).when(new WithdrawFit(6, "n1", "web", "dirk"))
                .thenRejected(new Stale(7));
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null)).when(new WithdrawFit(7, "n1", "web", "fenna"))
                .thenRejected(new FitAbsent());
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null), new FitWithdrawn("n1", "web", "dirk"))
                .when(new WithdrawFit(7, "n1", "web", "dirk")).thenRejected(new FitAbsent());
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, null), new ConceptProposed())
                .when(new WithdrawFit(7, "n1", "web", "dirk")).thenRejected(new IsProposed());
    }

    @Test
    void aCellOfWhichNothingIsLeftIsOneThatNobodyAssessed() {
        Draft draft = ConceptDecider.fold(List.of(Given.CREATED, new ChannelAdded(Given.WEB), new NeedAdded(Given.CORE),
                new FitAssessed("n1", "web", "dirk", 2, null), new FitWithdrawn("n1", "web", "dirk"))).draft();

        assertThat(draft.assessments().fits()).isEmpty();
        assertThat(draft.assessments().count()).isZero();
    }

    @Test
    void whereThereIsNoRoomForMoreFitsThoseThatAreThereAreReplaced() {
        Draft full = full();

        assertThat(FitRules.assess(new AssessFit("n0", "c0", "a0", 4, "Improved"), full))
                .isEqualTo(Decision.accepted(new FitAssessed("n0", "c0", "a0", 4, "Improved")));
        assertThat(FitRules.assess(new AssessFit("n0", "c0", "new", 4, null), full))
                .isEqualTo(Decision.rejected(new TooManyFits(Assessments.MOST)));
        assertThat(FitRules.assess(new AssessFits("a0", List.of(new Cell("n0", "c0", 4), new Cell("n1", "c1", 4))), full))
                .isEqualTo(Decision.accepted(new FitAssessed("n0", "c0", "a0", 4, null),
                        new FitAssessed("n1", "c1", "a0", 4, null)));
        assertThat(FitRules.assess(new AssessFits("new", List.of(new Cell("n0", "c0", 4))), full))
                .isEqualTo(Decision.rejected(new TooManyFits(Assessments.MOST)));
    }

    /** With as many fits as a concept holds. */
    private static Draft full() {
        List<ConceptEvent> events = new ArrayList<>(List.of(Given.CREATED));
        IntStream.range(0, 40).forEach(c -> events.add(new ChannelAdded(Given.channel("c" + c, "Channel " + c, null))));
        IntStream.range(0, 100).forEach(n -> events.add(new NeedAdded(Given.need("n" + n, "Need " + n, null))));
        for (int i = 0; i < Assessments.MOST; i++) {
            events.add(new FitAssessed("n" + i % 100, "c" + i / 100 % 40, "a" + i / 4000, 2, null));
        }
        return ConceptDecider.fold(events).draft();
    }

    @Test
    void aChannelOfAnEditionIsClosedAlsoWhenTheDraftHasItNoMore() {
        coherent().given(new ConceptProposed(), adopted(WEB), new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null),
                new ChannelRemoved("web")).when(new ChangeStatus(9, "web", ChannelStatus.RETIRED, "Moved"))
                .then(new ChannelStatusChanged("web", ChannelStatus.RETIRED, "Moved"));
        coherent().given(new ConceptProposed(), adopted(WEB), new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null),
                new ChannelRemoved("web"), new ChannelStatusChanged("web", ChannelStatus.RETIRED, "Moved"))
                .when(new ChangeStatus(9, "web", ChannelStatus.RETIRED, "Moved")).thenRejected(new Stale(11));
    }

    @Test
    void aChannelThatNoEditionHoldsIsGoneWithTheDraft() {
        coherent().given(new ChannelRemoved("web")).when(new ChangeStatus(3, "web", ChannelStatus.RETIRED, null))
                .thenRejected(new PartAbsent(PartKind.CHANNEL, "web"));
    }

    private static EditionAdopted adopted(Channel channel) {
        return new EditionAdopted("Our service", 1, LocalDate.of(2026, 1, 1), Instant.EPOCH,
                new EditionContent(Direction.NONE, List.of(), List.of(), List.of(channel), List.of(), List.of(), List.of(),
                        List.of()));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(AssessedFit.of(List.of(4, 1, 2, 3))).isEqualTo(new AssessedFit(new BigDecimal("2.5"), 3, 4));
        assertThat(AssessedFit.of(List.of(4, 0, 1))).isEqualTo(new AssessedFit(BigDecimal.ONE, 4, 3));
        assertThat(AssessedFit.of(List.of(3))).isEqualTo(new AssessedFit(BigDecimal.valueOf(3), 0, 1));
    }

    @Test
    void manyFitsAreAssessedAtOnceAndOnlyThoseThatDifferChange() {
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, "Slow"), new FitAssessed("n1", "web", "fenna", 4, null))
                .when(new AssessFits("dirk", List.of(new Cell("n1", "web", 2)))).thenNothing();
        coherent().given(new FitAssessed("n1", "web", "dirk", 2, "Slow"))
                .when(new AssessFits("dirk", List.of(new Cell("n1", "web", 3))))
                .then(new FitAssessed("n1", "web", "dirk", 3, null));
        coherent().when(new AssessFits("dirk", List.of())).thenNothing();
    }

    @Test
    void ofManyFitsNoneIsAssessedWhenOneCannotBe() {
        coherent().when(new AssessFits("dirk", List.of(new Cell("n1", "web", 3), new Cell("n9", "fax", 1))))
                .thenRejected(new UnknownReferences(List.of(new Part.Reference(PartKind.CHANNEL, "fax", "/cells/1/channel"),
                        new Part.Reference(PartKind.NEED, "n9", "/cells/1/need"))));
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.RETIRED, null))
                .when(new AssessFits("dirk", List.of(new Cell("n1", "web", 3)))).thenRejected(new ChannelRetired("web"));
        coherent().given(new ConceptProposed()).when(new AssessFits("dirk", List.of(new Cell("n1", "web", 3))))
                .thenRejected(new IsProposed());
    }
}
