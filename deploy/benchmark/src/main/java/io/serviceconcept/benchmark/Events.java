package io.serviceconcept.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;

/** Events of a fixed size in bytes; the same index makes the same event in every run. */
final class Events {

    static final String ORGANISATION = "municipality";
    static final int BYTES = 316;
    static final List<String> INDICATORS = List.of("satisfaction", "effort", "trust");
    /** So many responses share a day: a batch of a replay touches few cells, as in life. */
    static final int PER_DAY = 5_000;

    static final EventTypes TYPES = EventTypes.builder().add(ResponseReceived.TYPE, ResponseReceived.class).build();

    private static final List<String> CHANNELS = List.of("desk", "phone", "web", "app");
    private static final List<String> SEGMENTS = List.of("young", "family", "senior", "business", "other");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T09:00:00Z");
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int POOLED = 1_024;

    /** Ready-made events for appending: making them is not part of what is measured. */
    private static final List<ResponseReceived> POOL = IntStream.range(0, POOLED).mapToObj(Events::event).toList();

    private static final CommandContext CONTEXT = new CommandContext(ORGANISATION,
            new Metadata("service-account-surveys", new UUID(1, 2), null, null), null);

    private Events() {
    }

    static CommandContext context() {
        return CONTEXT;
    }

    /** Any of the ready-made ones. */
    static ResponseReceived pooled(int index) {
        return POOL.get(index & (POOLED - 1));
    }

    static List<ResponseReceived> pool() {
        return POOL;
    }

    static ResponseReceived event(long index) {
        return event(index, new UUID(7, 7));
    }

    static ResponseReceived event(long index, UUID survey) {
        SplittableRandom random = new SplittableRandom(index);
        List<ResponseReceived.Mark> marks = new ArrayList<>();
        for (String indicator : INDICATORS) {
            marks.add(new ResponseReceived.Mark(indicator, random.nextInt(1, 11)));
        }
        ResponseReceived bare = new ResponseReceived(survey,
                FIRST_DAY.plusSeconds(index / PER_DAY * SECONDS_OF_A_DAY + random.nextInt(28_800)),
                CHANNELS.get(random.nextInt(CHANNELS.size())), SEGMENTS.get(random.nextInt(SEGMENTS.size())),
                new UUID(random.nextLong(), random.nextLong()), marks, "");
        return filled(bare);
    }

    private static ResponseReceived filled(ResponseReceived bare) {
        int missing = Math.max(0, BYTES - TYPES.write(bare).length());
        return new ResponseReceived(bare.survey(), bare.interactionAt(), bare.channel(), bare.segment(), bare.touchpoint(),
                bare.marks(), "ok, thanks ".repeat(missing / 11 + 1).substring(0, missing));
    }

    static String metadata() {
        try {
            return EventTypes.json().writeValueAsString(CONTEXT.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
