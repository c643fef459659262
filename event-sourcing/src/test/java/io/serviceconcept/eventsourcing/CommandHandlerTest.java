package io.serviceconcept.eventsourcing;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
}
