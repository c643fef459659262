package io.serviceconcept.eventsourcing.testing;

import java.util.List;
import java.util.UUID;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;

/** A small domain for the kernel's own tests: a meter that is installed and read. */
public final class Readings {

    public sealed interface MeterEvent {
        record Installed(String place) implements MeterEvent {
        }

        record Read(long value) implements MeterEvent {
        }
    }

    public static final EventTypes TYPES = EventTypes.builder().add("meter.installed.v1", MeterEvent.Installed.class)
            .add("meter.read.v1", MeterEvent.Read.class).build();

    private Readings() {
    }

    public static CommandContext context() {
        return new CommandContext("city", new Metadata("ann", UUID.randomUUID(), null, null), null);
    }

    public static CommandContext context(String key, String fingerprint) {
        CommandContext plain = context();
        return new CommandContext(plain.organisation(), plain.metadata(),
                new Idempotency(key, fingerprint, 201, "/meters/1"));
    }

    public static List<MeterEvent> reads(long... values) {
        return java.util.Arrays.stream(values).<MeterEvent> mapToObj(MeterEvent.Read::new).toList();
    }
}
