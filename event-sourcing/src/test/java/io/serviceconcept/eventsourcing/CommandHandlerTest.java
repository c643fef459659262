package io.serviceconcept.eventsourcing;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import io.serviceconcept.eventsourcing.testing.Readings;
import io.serviceconcept.eventsourcing.testing.Readings.MeterEvent;

class CommandHandlerTest {

    private static final StreamId METER = StreamId.of("city", "meter", "m");

    private final EventStore store = new InMemoryEventStore(Readings.TYPES, type -> false);

    /** Whose rules let through what it cannot fold. */
    private record Careless() implements Decider<Long, Long, MeterEvent, String> {

        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Decision<MeterEvent, String> decide(Long command, Long state) {
            return Decision.accepted(new MeterEvent.Read(1), new MeterEvent.Read(command));
        }

        @Override
        public Long evolve(Long state, MeterEvent event) {
            if (event instanceof MeterEvent.Read read && read.value() >= 0) {
                return state + read.value();
            }
            throw new IllegalStateException("cannot follow");
        }
    }

    @Test
    void whatCannotBeFoldedIsNotStored() {
        CommandHandler<Long, Long, MeterEvent, String> handler = new CommandHandler<>(store, new Careless(),
                MeterEvent.class);

        assertThatIllegalStateException().isThrownBy(() -> handler.handle(context(), METER, -1L));

        assertThat(store.read(METER, 0)).isEmpty();
        assertThat(handler.handle(context(), METER, 2L)).isInstanceOf(Handled.Done.class);
        assertThat(handler.load(METER)).isEqualTo(new CommandHandler.Loaded<>(3L, 2));
    }

    /** Sets what a meter shows. While it decides, somebody else may come first. */
    private record Setting(Runnable meanwhile) implements Decider<Long, Long, MeterEvent, String> {

        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Decision<MeterEvent, String> decide(Long command, Long state) {
            meanwhile.run();
            if (command < 0) {
                return Decision.rejected("below zero");
            }
            return command.equals(state) ? Decision.accepted() : Decision.accepted(new MeterEvent.Read(command));
        }

        @Override
        public Long evolve(Long state, MeterEvent event) {
            return event instanceof MeterEvent.Read read ? read.value() : state;
        }
    }

    private CommandHandler<Long, Long, MeterEvent, String> setting(Runnable meanwhile) {
        return new CommandHandler<>(store, new Setting(meanwhile), MeterEvent.class);
    }

    private CommandHandler<Long, Long, MeterEvent, String> setting() {
        return setting(() -> {
            // nobody comes first
        });
    }

    private void append() {
        store.append(Append.to(context(), METER, store.read(METER, 0).size(), List.of(new MeterEvent.Read(100))));
    }

    @Test
    void aRequestThatChangedNothingHasNoEffectWhenItComesAgain() {
        assertThat(setting().handle(context("key", "a"), METER, 0L)).isEqualTo(new Handled.Done<>(0L, 0, List.of()));
        setting().handle(context(), METER, 5L);

        assertThat(setting().handle(context("key", "a"), METER, 0L)).isEqualTo(new Handled.Repeated<>(201, "/meters/1"));

        assertThat(setting().load(METER).state()).isEqualTo(5);
        assertThatExceptionOfType(IdempotencyConflict.class)
                .isThrownBy(() -> setting().handle(context("key", "b"), METER, 5L))
                .satisfies(conflict -> assertThat(conflict.inFlight()).isFalse());
    }

    @Test
    void aRefusedRequestMayBeSentAgainUnderItsKey() {
        assertThat(setting().handle(context("key", "a"), METER, -1L)).isEqualTo(new Handled.Rejected<>("below zero"));
        assertThat(setting().handle(context("key", "a"), METER, 1L)).isInstanceOf(Handled.Done.class);
    }

    @Test
    void whoIsOvertakenDecidesAgainOnWhatIsThereThen() {
        AtomicInteger decisions = new AtomicInteger();

        Handled<Long, MeterEvent, String> handled = setting(() -> {
            if (decisions.incrementAndGet() <= 2) {
                append();
            }
        }).handle(context(), METER, 7L);

        assertThat(handled).isEqualTo(new Handled.Done<>(7L, 3, List.of(new MeterEvent.Read(7))));
        assertThat(decisions).hasValue(3);
    }

    @Test
    void whoNamedAVersionIsToldThatItIsStaleAndNotDecidedAgain() {
        AtomicInteger decisions = new AtomicInteger();

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> setting(() -> {
            decisions.incrementAndGet();
            append();
        }).handle(context(), METER, 0, 7L)).satisfies(stale -> assertThat(stale.actual()).isEqualTo(1));

        assertThat(decisions).hasValue(1);
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> setting().handle(context(), METER, 0, 7L));
    }

    @Test
    void whoIsOvertakenAgainAndAgainGivesUp() {
        AtomicInteger decisions = new AtomicInteger();

        assertThatExceptionOfType(Contended.class).isThrownBy(() -> setting(() -> {
            decisions.incrementAndGet();
            append();
        }).handle(context(), METER, 7L));

        assertThat(decisions).hasValue(20);
        assertThat(store.read(METER, 0)).hasSize(20).extracting(RecordedEvent::event)
                .doesNotContain(new MeterEvent.Read(7));
    }
}
