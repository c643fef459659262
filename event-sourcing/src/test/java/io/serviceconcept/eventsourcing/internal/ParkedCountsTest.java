package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.internal.ParkedCounts.Parked;

/** However much is parked, counting it stays cheap. */
class ParkedCountsTest {

    private final String source = "/parked-" + UUID.randomUUID();
    private final ParkedCounts counts = new ParkedCounts(TestDatabase.dataSource());

    /** As many streams with two records each, the first of which halts it if its number is even. */
    private void park(String source, int streams) {
        TestDatabase.execute("""
                insert into inbox_parked (source, organisation, stream, sequence, event_id, type, time, data, halts, reason)
                select '%s', 'city', 'meter-' || stream, sequence, gen_random_uuid(), 'meter.read.v1', now(), '', sequence = 1
                       and stream %% 2 = 0, 'refused'
                from generate_series(1, %d) stream, generate_series(1, 2) sequence
                """.formatted(source, streams));
    }

    @Test
    void recordsAndHaltedStreamsAreCountedForEachSource() {
        park(source + "-a", 10);
        park(source + "-b", 3);

        assertThat(counts.all()).contains(new Parked(source + "-a", 20, 5), new Parked(source + "-b", 6, 1));
    }

    @Test
    void moreThanEnoughIsNotCounted() {
        park(source, 30_000);

        assertThat(counts.all()).contains(new Parked(source, 10_000, 10_000));
        TestDatabase.execute("delete from inbox_parked where source = '" + source + "'");
    }
}
