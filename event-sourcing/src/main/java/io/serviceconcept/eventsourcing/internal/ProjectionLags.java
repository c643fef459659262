package io.serviceconcept.eventsourcing.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Projection;

/** How old the oldest event is that a projection has not seen. */
public final class ProjectionLags {

    private final DataSource dataSource;

    public ProjectionLags(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The lag of each projection, of several shards the longest; zero when nothing waits.
     *
     * @return by {@link Readers#nameOf(Projection)}
     */
    public Map<String, Duration> all() {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select r.name, max(coalesce(extract(epoch from clock_timestamp() - next.recorded_at) * 1000, 0))::bigint
                    from reader r
                    left join lateral (
                        select recorded_at from event e
                        where (e.generation, e.tx, e.ordinal) > (r.generation, r.tx, r.ordinal)
                          and e.slot between r.shard * 64 / r.shards and (r.shard + 1) * 64 / r.shards - 1
                        order by e.generation, e.tx, e.ordinal limit 1) next on true
                    where starts_with(r.name, 'projection-')
                    group by r.name
                    """); ResultSet row = statement.executeQuery()) {
                Map<String, Duration> lags = new HashMap<>();
                while (row.next()) {
                    lags.put(row.getString(1), Duration.ofMillis(Math.max(0, row.getLong(2))));
                }
                return lags;
            }
        });
    }
}
