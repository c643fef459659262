package io.serviceconcept.requirement;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.requirement.RequirementCommand.Change;
import io.serviceconcept.requirement.RequirementCommand.Move;
import io.serviceconcept.requirement.RequirementCommand.Open;
import io.serviceconcept.requirement.RequirementEvent.Changed;
import io.serviceconcept.requirement.RequirementEvent.Fulfilled;
import io.serviceconcept.requirement.RequirementEvent.Opened;
import io.serviceconcept.requirement.RequirementEvent.Reopened;
import io.serviceconcept.requirement.RequirementEvent.Started;
import io.serviceconcept.requirement.RequirementEvent.Waived;
import io.serviceconcept.requirement.RequirementRejection.ConceptIsFixed;
import io.serviceconcept.requirement.RequirementRejection.IsOver;
import io.serviceconcept.requirement.RequirementRejection.NoSuchRequirement;
import io.serviceconcept.requirement.RequirementRejection.ReasonMissing;
import io.serviceconcept.requirement.RequirementRejection.RequirementExists;
import io.serviceconcept.requirement.RequirementRejection.StateNotNext;

class RequirementDeciderTest {

    private static final UUID CONCEPT = UUID.randomUUID();
    private static final RequirementOutline SOFTWARE = outline(CONCEPT, "Software on the computers", true);
    private static final RequirementOutline CAMERA = outline(CONCEPT, "Cameras on the computers", false);

    private static RequirementOutline outline(UUID concept, String name, boolean blocking) {
        return new RequirementOutline(concept, name, null, RequirementKind.TECHNOLOGY, UUID.randomUUID(), null, null,
                List.of(), List.of(), "ICT", null, LocalDate.of(2026, 12, 1), blocking);
    }

    private static DeciderSpec<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> nothing() {
        return DeciderSpec.of(new RequirementDecider());
    }

    private static DeciderSpec<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> open() {
        return nothing().given(new Opened(SOFTWARE));
    }

    private static DeciderSpec<RequirementCommand, Requirement, RequirementEvent, RequirementRejection> in(
            RequirementState state) {
        return switch (state) {
            case OPEN -> open();
            case IN_PROGRESS -> open().given(new Started(SOFTWARE));
            case FULFILLED -> open().given(new Started(SOFTWARE), new Fulfilled(SOFTWARE));
            case WAIVED -> open().given(new Waived(SOFTWARE, "Not now"));
        };
    }

    @Test
    void aRequirementIsOpened() {
        nothing().when(new Open(SOFTWARE)).then(new Opened(SOFTWARE));
    }

    @Test
    void aRequirementIsOpenedOnce() {
        open().when(new Open(SOFTWARE)).thenRejected(new RequirementExists());
    }

    @Test
    void whatIsNotThereCannotBeChangedOrMoved() {
        nothing().when(new Change(SOFTWARE)).thenRejected(new NoSuchRequirement());
        nothing().when(new Move(RequirementState.WAIVED, "Why")).thenRejected(new NoSuchRequirement());
    }

    @Test
    void aChangeSaysTheStateItWasMadeIn() {
        open().when(new Change(CAMERA)).then(new Changed(CAMERA, RequirementState.OPEN));
        in(RequirementState.IN_PROGRESS).when(new Change(CAMERA)).then(new Changed(CAMERA, RequirementState.IN_PROGRESS));
    }

    @Test
    void whatIsSentAgainChangesNothing() {
        open().when(new Change(SOFTWARE)).thenNothing();
        in(RequirementState.FULFILLED).when(new Change(SOFTWARE)).thenNothing();
    }

    @Test
    void aRequirementStaysWithItsConcept() {
        open().when(new Change(outline(UUID.randomUUID(), "Elsewhere", true))).thenRejected(new ConceptIsFixed(CONCEPT));
    }

    @ParameterizedTest
    @EnumSource(names = { "FULFILLED", "WAIVED" })
    void whatIsOverDoesNotChange(RequirementState over) {
        in(over).when(new Change(CAMERA)).thenRejected(new IsOver(over));
    }

    @Test
    void workBeginsAndIsDone() {
        open().when(new Move(RequirementState.IN_PROGRESS, null)).then(new Started(SOFTWARE));
        in(RequirementState.IN_PROGRESS).when(new Move(RequirementState.FULFILLED, null)).then(new Fulfilled(SOFTWARE));
    }

    @Test
    void whatHoldsIsWhatWasChangedLast() {
        open().given(new Changed(CAMERA, RequirementState.OPEN)).when(new Move(RequirementState.IN_PROGRESS, null))
                .then(new Started(CAMERA));
    }

    @ParameterizedTest
    @EnumSource(names = { "OPEN", "IN_PROGRESS" })
    void whatIsNotOverIsWaivedWithAReason(RequirementState state) {
        in(state).when(new Move(RequirementState.WAIVED, " Not now ")).then(new Waived(SOFTWARE, "Not now"));
    }

    @ParameterizedTest
    @EnumSource(names = { "FULFILLED", "WAIVED" })
    void whatIsOverIsOpenedAgainWithAReason(RequirementState over) {
        in(over).when(new Move(RequirementState.OPEN, "It broke")).then(new Reopened(SOFTWARE, "It broke"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "  " })
    void withoutAReasonNothingIsWaivedOrOpenedAgain(@Nullable String reason) {
        open().when(new Move(RequirementState.WAIVED, reason)).thenRejected(new ReasonMissing(RequirementState.WAIVED));
        in(RequirementState.FULFILLED).when(new Move(RequirementState.OPEN, reason))
                .thenRejected(new ReasonMissing(RequirementState.OPEN));
    }

    @ParameterizedTest
    @CsvSource({ "OPEN, FULFILLED", "IN_PROGRESS, OPEN", "FULFILLED, IN_PROGRESS", "FULFILLED, WAIVED",
            "WAIVED, IN_PROGRESS", "WAIVED, FULFILLED" })
    void noStateIsSkipped(RequirementState from, RequirementState to) {
        in(from).when(new Move(to, "Why")).thenRejected(new StateNotNext(from, to, from.next()));
    }

    @ParameterizedTest
    @EnumSource
    void theSameStateAgainIsNoEvent(RequirementState state) {
        in(state).when(new Move(state, null)).thenNothing();
    }

    @Test
    void anEventThatCannotFollowIsAnError() {
        assertThatIllegalStateException().isThrownBy(() -> nothing().given(new Started(SOFTWARE)));
        assertThatIllegalStateException().isThrownBy(() -> open().given(new Fulfilled(SOFTWARE)));
        assertThatIllegalStateException()
                .isThrownBy(() -> in(RequirementState.WAIVED).given(new Changed(CAMERA, RequirementState.OPEN)));
        assertThatIllegalStateException().isThrownBy(() -> open().given(new Opened(SOFTWARE)));
    }
}
