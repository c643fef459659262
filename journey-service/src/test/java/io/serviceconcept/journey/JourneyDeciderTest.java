package io.serviceconcept.journey;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.DeciderSpec;
import io.serviceconcept.journey.JourneyCommand.AddPhase;
import io.serviceconcept.journey.JourneyCommand.AddTouchpoint;
import io.serviceconcept.journey.JourneyCommand.ChangeOutline;
import io.serviceconcept.journey.JourneyCommand.ChangePhase;
import io.serviceconcept.journey.JourneyCommand.ChangeTouchpoint;
import io.serviceconcept.journey.JourneyCommand.Create;
import io.serviceconcept.journey.JourneyCommand.Publish;
import io.serviceconcept.journey.JourneyCommand.RemovePhase;
import io.serviceconcept.journey.JourneyCommand.RemoveTouchpoint;
import io.serviceconcept.journey.JourneyEvent.Created;
import io.serviceconcept.journey.JourneyEvent.OutlineChanged;
import io.serviceconcept.journey.JourneyEvent.PhaseAdded;
import io.serviceconcept.journey.JourneyEvent.PhaseMoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRemoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRenamed;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.PublishedPhase;
import io.serviceconcept.journey.JourneyEvent.PublishedTouchpoint;
import io.serviceconcept.journey.JourneyEvent.TouchpointAdded;
import io.serviceconcept.journey.JourneyEvent.TouchpointChanged;
import io.serviceconcept.journey.JourneyEvent.TouchpointMoved;
import io.serviceconcept.journey.JourneyEvent.TouchpointRemoved;

class JourneyDeciderTest {

    private static final JourneyOutline OUTLINE = new JourneyOutline(UUID.randomUUID(), "Applying for income support",
            JourneyKind.AS_IS, "Income support", List.of(UUID.randomUUID()));
    private static final TouchpointContent CALL = new TouchpointContent("Call", UUID.randomUUID(),
            List.of(UUID.randomUUID()), "Be heard", 1, List.of("A long queue"), true);
    private static final PhaseId ORIENT = new PhaseId(UUID.randomUUID());
    private static final PhaseId TALK = new PhaseId(UUID.randomUUID());
    private static final TouchpointId FIRST = new TouchpointId(UUID.randomUUID());
    private static final TouchpointId SECOND = new TouchpointId(UUID.randomUUID());
    private static final TouchpointId THIRD = new TouchpointId(UUID.randomUUID());

    private static DeciderSpec<JourneyCommand, Journey, JourneyEvent, JourneyRejection> nothing() {
        return DeciderSpec.of(new JourneyDecider());
    }

    private static DeciderSpec<JourneyCommand, Journey, JourneyEvent, JourneyRejection> journey() {
        return nothing().given(new Created(OUTLINE));
    }

    /** Orient has nothing; Talk has the first and the second touchpoint. */
    private static DeciderSpec<JourneyCommand, Journey, JourneyEvent, JourneyRejection> drawn() {
        return journey().given(new PhaseAdded(ORIENT, "Orient", 1), new PhaseAdded(TALK, "Talk", 2),
                new TouchpointAdded(FIRST, TALK, 1, CALL), new TouchpointAdded(SECOND, TALK, 2, CALL));
    }

    private static TouchpointContent named(String name) {
        return new TouchpointContent(name, CALL.channel(), CALL.needs(), CALL.goal(), CALL.expectedFeeling(),
                CALL.painPoints(), CALL.momentOfTruth());
    }

    @Nested
    class AJourney {

        @Test
        void isCreatedOnce() {
            nothing().when(new Create(OUTLINE)).then(new Created(OUTLINE));
            journey().when(new Create(OUTLINE)).thenRejected(new JourneyRejection.JourneyExists());
        }

        @Test
        void thatIsNotThereCannotChange() {
            nothing().when(new Publish(Map.of())).thenRejected(new JourneyRejection.NoSuchJourney());
            nothing().when(new AddPhase(TALK, "Talk", null)).thenRejected(new JourneyRejection.NoSuchJourney());
        }

        @Test
        void changesWhatItIsAbout() {
            JourneyOutline renamed = new JourneyOutline(OUTLINE.concept(), "Income support", JourneyKind.TO_BE, null,
                    OUTLINE.groups());

            journey().when(new ChangeOutline(renamed)).then(new OutlineChanged(renamed));
        }

        @Test
        void staysTheSameWhenNothingChanges() {
            journey().when(new ChangeOutline(OUTLINE)).thenNothing();
        }

        @Test
        void staysWithItsConcept() {
            JourneyOutline moved = new JourneyOutline(UUID.randomUUID(), OUTLINE.name(), OUTLINE.kind(), OUTLINE.service(),
                    OUTLINE.groups());

            journey().when(new ChangeOutline(moved)).thenRejected(new JourneyRejection.ConceptIsFixed(OUTLINE.concept()));
        }

        @Test
        void cannotBeginTwice() {
            assertThatIllegalStateException().isThrownBy(() -> journey().given(new Created(OUTLINE)));
            assertThatIllegalStateException().isThrownBy(() -> nothing().given(new PhaseRemoved(TALK)));
            assertThatIllegalStateException().isThrownBy(() -> journey().given(new PhaseRemoved(TALK)));
        }
    }

    @Nested
    class APhase {

        @Test
        void goesToTheEndOrWhereItIsAsked() {
            PhaseId decide = new PhaseId(UUID.randomUUID());

            drawn().when(new AddPhase(decide, "Decide", null)).then(new PhaseAdded(decide, "Decide", 3));
            drawn().when(new AddPhase(decide, "Decide", 1)).then(new PhaseAdded(decide, "Decide", 1));
        }

        @Test
        void cannotGoWhereThereIsNoPlace() {
            PhaseId decide = new PhaseId(UUID.randomUUID());

            drawn().when(new AddPhase(decide, "Decide", 4)).thenRejected(new JourneyRejection.PositionOutOfRange(4, 3));
            drawn().when(new ChangePhase(TALK, "Talk", 3)).thenRejected(new JourneyRejection.PositionOutOfRange(3, 2));
            drawn().when(new AddPhase(decide, "Decide", 0)).thenRejected(new JourneyRejection.PositionOutOfRange(0, 3));
        }

        @Test
        void isRenamedAndMovedByOneCommand() {
            drawn().when(new ChangePhase(TALK, "Conversation", 1))
                    .then(new PhaseRenamed(TALK, "Conversation"), new PhaseMoved(TALK, 1));
        }

        @Test
        void staysWhereItIsWithoutAPosition() {
            drawn().when(new ChangePhase(ORIENT, "Orient", null)).thenNothing();
        }

        @Test
        void isRemovedOnlyWhenItHasNoTouchpoints() {
            drawn().when(new RemovePhase(ORIENT)).then(new PhaseRemoved(ORIENT));
            drawn().when(new RemovePhase(TALK))
                    .thenRejected(new JourneyRejection.PhaseNotEmpty(TALK, List.of(FIRST, SECOND)));
        }

        @Test
        void thatIsNotThereCannotChange() {
            PhaseId other = new PhaseId(UUID.randomUUID());

            drawn().when(new ChangePhase(other, "Talk", null)).thenRejected(new JourneyRejection.NoSuchPhase(other));
            drawn().when(new RemovePhase(other)).thenRejected(new JourneyRejection.NoSuchPhase(other));
        }

        @Test
        void isOneOfAtMostTwoHundred() {
            List<JourneyEvent> full = new ArrayList<>();
            IntStream.rangeClosed(1, JourneyDecider.LIMIT)
                    .forEach(i -> full.add(new PhaseAdded(new PhaseId(UUID.randomUUID()), "Phase " + i, i)));

            journey().given(full).when(new AddPhase(TALK, "Talk", null))
                    .thenRejected(new JourneyRejection.TooManyParts(JourneyDecider.LIMIT));
        }
    }

    @Nested
    class ATouchpoint {

        @Test
        void goesToTheEndOfItsPhaseOrWhereItIsAsked() {
            drawn().when(new AddTouchpoint(THIRD, TALK, null, CALL)).then(new TouchpointAdded(THIRD, TALK, 3, CALL));
            drawn().when(new AddTouchpoint(THIRD, TALK, 2, CALL)).then(new TouchpointAdded(THIRD, TALK, 2, CALL));
            drawn().when(new AddTouchpoint(THIRD, ORIENT, 2, CALL))
                    .thenRejected(new JourneyRejection.PositionOutOfRange(2, 1));
        }

        @Test
        void needsAPhaseOfItsJourney() {
            PhaseId other = new PhaseId(UUID.randomUUID());

            drawn().when(new AddTouchpoint(THIRD, other, null, CALL)).thenRejected(new JourneyRejection.UnknownPhase(other));
            drawn().when(new ChangeTouchpoint(FIRST, other, null, CALL))
                    .thenRejected(new JourneyRejection.UnknownPhase(other));
        }

        @Test
        void changesWithoutMoving() {
            drawn().when(new ChangeTouchpoint(FIRST, TALK, null, named("Video call")))
                    .then(new TouchpointChanged(FIRST, named("Video call")));
            drawn().when(new ChangeTouchpoint(FIRST, TALK, 1, CALL)).thenNothing();
        }

        @Test
        void movesWithinItsPhase() {
            drawn().when(new ChangeTouchpoint(FIRST, TALK, 2, CALL)).then(new TouchpointMoved(FIRST, TALK, 2));
            drawn().when(new ChangeTouchpoint(FIRST, TALK, 3, CALL))
                    .thenRejected(new JourneyRejection.PositionOutOfRange(3, 2));
        }

        @Test
        void movesToTheEndOfAnotherPhase() {
            drawn().when(new ChangeTouchpoint(FIRST, ORIENT, null, CALL)).then(new TouchpointMoved(FIRST, ORIENT, 1));
        }

        @Test
        void isRemoved() {
            drawn().when(new RemoveTouchpoint(FIRST)).then(new TouchpointRemoved(FIRST));
        }

        @Test
        void thatIsNotThereCannotChange() {
            drawn().when(new RemoveTouchpoint(THIRD)).thenRejected(new JourneyRejection.NoSuchTouchpoint(THIRD));
            drawn().when(new ChangeTouchpoint(THIRD, TALK, null, CALL))
                    .thenRejected(new JourneyRejection.NoSuchTouchpoint(THIRD));
        }

        @Test
        void isOneOfAtMostTwoHundredInTheWholeJourney() {
            List<JourneyEvent> full = new ArrayList<>();
            IntStream.rangeClosed(3, JourneyDecider.LIMIT).forEach(
                    i -> full.add(new TouchpointAdded(new TouchpointId(UUID.randomUUID()), ORIENT, 1, CALL)));

            drawn().given(full).when(new AddTouchpoint(THIRD, TALK, null, CALL))
                    .thenRejected(new JourneyRejection.TooManyParts(JourneyDecider.LIMIT));
        }
    }

    @Nested
    class APublication {

        private final Published published = new Published(OUTLINE.concept(), OUTLINE.name(), OUTLINE.kind(),
                OUTLINE.groups(), List.of(new PublishedPhase(ORIENT, "Orient", List.of()),
                        new PublishedPhase(TALK, "Talk", List.of(published(FIRST), published(SECOND)))),
                OUTLINE.service());

        private static PublishedTouchpoint published(TouchpointId id) {
            return new PublishedTouchpoint(id, CALL.name(), CALL.channel(), CALL.needs());
        }

        @Test
        void saysTheWholeJourneyInOrder() {
            drawn().when(new Publish(Map.of())).then(published);
        }

        @Test
        void isNotRepeatedWhenNothingPublicChanged() {
            TouchpointContent thought = new TouchpointContent(CALL.name(), CALL.channel(), CALL.needs(), null, -2, List.of(),
                    false);

            drawn().given(published, new TouchpointChanged(FIRST, thought)).when(new Publish(Map.of())).thenNothing();
        }

        @Test
        void followsTheOrderOfWhatMoved() {
            Published reordered = new Published(OUTLINE.concept(), OUTLINE.name(), OUTLINE.kind(), OUTLINE.groups(),
                    List.of(new PublishedPhase(TALK, "Talk", List.of(published(SECOND))),
                            new PublishedPhase(ORIENT, "First of all", List.of(published(FIRST)))),
                    OUTLINE.service());

            drawn().given(published, new PhaseMoved(ORIENT, 2), new PhaseRenamed(ORIENT, "First of all"),
                    new TouchpointMoved(FIRST, ORIENT, 1)).when(new Publish(Map.of())).then(reordered);
        }

        @Test
        void leavesOutWhatWasRemoved() {
            Published smaller = new Published(OUTLINE.concept(), OUTLINE.name(), OUTLINE.kind(), OUTLINE.groups(),
                    List.of(new PublishedPhase(TALK, "Talk", List.of(published(FIRST)))), OUTLINE.service());

            drawn().given(new PhaseRemoved(ORIENT), new TouchpointRemoved(SECOND)).when(new Publish(Map.of())).then(smaller);
        }
    }
}
