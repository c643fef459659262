package io.serviceconcept.eventsourcing.operations;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.internal.Readers;
import io.serviceconcept.eventsourcing.internal.RebuildState;
import io.serviceconcept.eventsourcing.internal.RebuildStatus;

/**
 * @param inline whether its rows are written together with the events; the lag is then only that of the check after it
 * @param lagSeconds the age of the oldest event that it has not seen, 0 when it has seen all
 * @param standsStill why this instance cannot go on, null when it can
 * @param rebuild the state of its last rebuild, null when it never had one
 */
record ProjectionView(String name, boolean inline, int shards, @Nullable BigDecimal lagSeconds,
        @Nullable String standsStill, @Nullable RebuildState rebuild) {

    static ProjectionView of(Projection projection, @Nullable Duration lag, Map<String, String> failures,
            Optional<RebuildStatus> rebuild) {
        return new ProjectionView(projection.name(), projection.inline(), projection.shards(),
                lag == null ? null : BigDecimal.valueOf(lag.toMillis(), 3), standsStill(projection, failures),
                rebuild.map(RebuildStatus::state).orElse(null));
    }

    private static @Nullable String standsStill(Projection projection, Map<String, String> failures) {
        String name = Readers.nameOf(projection);
        if (projection.shards() == 1) {
            return failures.get(name);
        }
        for (int shard = 0; shard < projection.shards(); shard++) {
            String why = failures.get(name + '-' + shard);
            if (why != null) {
                return why;
            }
        }
        return null;
    }
}
