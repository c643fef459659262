package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Which PostgreSQL wrote this log, and whether the one it is in now is that one. A restored database orders new events
 * after the old ones only in a new generation, and that is an operator's decision: what was written after the backup is
 * lost with it.
 */
final class Cluster {

    /** @param timeline counts up with each promotion of a standby and each recovery to a point in time */
    private record Identity(long systemIdentifier, int timeline) {
    }

    private final DataSource dataSource;
    private final boolean failoverLosesNothing;

    /** @param failoverLosesNothing whether another timeline alone is no reason to ask, thanks to synchronous replication */
    Cluster(DataSource dataSource, boolean failoverLosesNothing) {
        this.dataSource = dataSource;
        this.failoverLosesNothing = failoverLosesNothing;
    }

    /** The generation of what is written now, from 1. */
    int generation() {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select generation from event_generation");
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        });
    }

    /** Why this database looks restored; empty when it does not. Who starts first makes his cluster the known one. */
    List<String> suspicions() {
        List<String> suspicions = new ArrayList<>();
        Identity current = Sql.call(dataSource, Cluster::current);
        Optional<Identity> remembered = Sql.call(dataSource, Cluster::known);
        Identity known = remembered.orElse(current);
        if (remembered.isEmpty() || isFailover(known, current)) {
            Sql.call(dataSource, connection -> remember(connection, current));
        } else if (known.systemIdentifier() != current.systemIdentifier()) {
            suspicions.add("it lies in another cluster than the one that wrote it");
        } else if (known.timeline() != current.timeline()) {
            suspicions.add("its cluster was recovered or promoted: it is on timeline " + current.timeline() + " and was on "
                    + known.timeline());
        }
        if (Sql.call(dataSource, Cluster::comesFromTheFuture)) {
            suspicions.add("it holds transactions that this cluster has not had yet");
        }
        return suspicions;
    }

    private boolean isFailover(Identity known, Identity current) {
        return failoverLosesNothing && known.systemIdentifier() == current.systemIdentifier()
                && known.timeline() < current.timeline();
    }

    /** Begins a generation: older events stay before what is written from now on, whatever transaction ids say. */
    void adopt(int generation) {
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            remember(c, current(c));
            try (PreparedStatement statement = c
                    .prepareStatement("update event_generation set generation = ?, adopted_at = clock_timestamp()");
                    Statement ddl = c.createStatement()) {
                statement.setInt(1, generation);
                statement.executeUpdate();
                ddl.execute("alter table event alter column generation set default " + generation);
            }
            return generation;
        }));
    }

    private static int remember(Connection connection, Identity identity) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("update event_generation set system_identifier = ?, timeline = ?")) {
            statement.setLong(1, identity.systemIdentifier());
            statement.setInt(2, identity.timeline());
            return statement.executeUpdate();
        }
    }

    /** The last checkpoint's timeline would be the former one for some time after a promotion; the write-ahead log's is not. */
    private static Identity current(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select system_identifier, ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int
                from pg_control_system()
                """); ResultSet result = statement.executeQuery()) {
            result.next();
            return new Identity(result.getLong(1), result.getInt(2));
        }
    }

    private static Optional<Identity> known(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select system_identifier, timeline from event_generation");
                ResultSet result = statement.executeQuery()) {
            result.next();
            Long systemIdentifier = result.getObject(1, Long.class);
            return systemIdentifier == null ? Optional.empty()
                    : Optional.of(new Identity(systemIdentifier, result.getInt(2)));
        }
    }

    private static boolean comesFromTheFuture(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select exists (select 1 from event where generation = (select generation from event_generation)
                               and tx >= pg_snapshot_xmax(pg_current_snapshot()))
                """); ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
