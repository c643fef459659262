package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.CORE;
import static io.serviceconcept.concept.Given.LAYER;
import static io.serviceconcept.concept.Given.coherent;
import static io.serviceconcept.concept.Given.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptCommand.Create;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptCommand.Retire;
import io.serviceconcept.concept.ConceptCommand.SetDirection;
import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptRejection.ConceptAbsent;
import io.serviceconcept.concept.ConceptRejection.ConceptExists;
import io.serviceconcept.concept.ConceptRejection.IsRetired;
import io.serviceconcept.eventsourcing.http.ProblemException;

class RetirementRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Retire RETIRE = new Retire("Merged", TODAY);
    private static final ConceptRetired RETIRED = new ConceptRetired("Merged", TODAY);

    @Test
    void aConceptIsRetiredWithItsReason() {
        coherent().when(RETIRE).then(RETIRED);
    }

    @Test
    void aProposalIsRetiredToo() {
        coherent().given(new ConceptProposed()).when(RETIRE).then(RETIRED);
    }

    @Test
    void retiringAgainChangesNothing() {
        coherent().given(RETIRED).when(new Retire("Another reason", TODAY.plusDays(1))).thenNothing();
    }

    @Test
    void whatIsNotThereCannotBeRetired() {
        nothing().when(RETIRE).thenRejected(new ConceptAbsent());
    }

    static Stream<ConceptCommand> changes() {
        return Stream.of(new SetDirection(0, Direction.NONE), new AddPart(new Layer("l2", "More", "OWN", 2)),
                new ChangePart(2, LAYER), new RemovePart(5, PartKind.NEED, "n1"),
                new ChangeStatus(3, "web", ChannelStatus.ACTIVE, null), new SetImportance(0, "n1", List.of()),
                new AssessFit("n1", "web", "dirk", 3, null), new Propose(Set.of()), new Withdraw(),
                new Adopt(TODAY, Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRetiredConceptTakesNoChange(ConceptCommand change) {
        coherent().given(RETIRED).when(change).thenRejected(new IsRetired());
    }

    @Test
    void aConceptIsCreatedOnce() {
        Create again = new Create("c", "Our service", "our-service", null);
        coherent().when(again).thenRejected(new ConceptExists());
        coherent().given(new ConceptProposed()).when(again).thenRejected(new ConceptExists());
        coherent().given(RETIRED).when(again).thenRejected(new ConceptExists());
        assertThat(Refusals.exception(new ConceptExists())).isInstanceOfSatisfying(ProblemException.class,
                refused -> assertThat(refused.problem().type()).isEqualTo("concept-exists"));
    }

    @Test
    void nothingCanHaveHappenedAfterItsEnd() {
        assertThatIllegalStateException().isThrownBy(() -> coherent().given(RETIRED, RETIRED));
        assertThatIllegalStateException().isThrownBy(() -> coherent().given(RETIRED, new LayerAdded(LAYER)));
        assertThatIllegalStateException()
                .isThrownBy(() -> coherent().given(RETIRED, new ConceptEvent.NeedChanged(CORE)));
    }
}
