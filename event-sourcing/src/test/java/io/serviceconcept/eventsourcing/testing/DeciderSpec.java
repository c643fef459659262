package io.serviceconcept.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;

/**
 * Tests a decider as a sentence: given what happened, when a command comes, then this follows.
 *
 * <pre>{@code
 * DeciderSpec.of(new ConceptDecider()).given(created()).when(addLayer()).then(layerAdded());
 * }</pre>
 */
public final class DeciderSpec<C, S, E, R> {

    private final Decider<C, S, E, R> decider;
    private final S state;

    private DeciderSpec(Decider<C, S, E, R> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    public static <C, S, E, R> DeciderSpec<C, S, E, R> of(Decider<C, S, E, R> decider) {
        return new DeciderSpec<>(decider, decider.initial());
    }

    @SafeVarargs
    public final DeciderSpec<C, S, E, R> given(E... events) {
        return given(List.of(events));
    }

    public DeciderSpec<C, S, E, R> given(List<? extends E> events) {
        S folded = state;
        for (E event : events) {
            folded = decider.evolve(folded, event);
        }
        return new DeciderSpec<>(decider, folded);
    }

    public Outcome<E, R> when(C command) {
        Decision<E, R> decision = decider.decide(command, state);
        if (decision instanceof Decision.Accepted<E, R> accepted) {
            // what was decided must also be possible
            given(accepted.events());
        }
        return new Outcome<>(decision);
    }

    /** What followed. */
    public record Outcome<E, R>(Decision<E, R> decision) {

        @SafeVarargs
        public final void then(E... events) {
            assertThat(decision).isEqualTo(Decision.accepted(events));
        }

        public void thenNothing() {
            assertThat(decision).isEqualTo(Decision.accepted(List.of()));
        }

        public void thenRejected(R reason) {
            assertThat(decision).isEqualTo(Decision.rejected(reason));
        }
    }
}
