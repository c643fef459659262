package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Whose snapshot may be from before some new rows had caught up: transactions of this database that were open when they
 * had. Each holds a lock on its own virtual id until it ends, also when it only reads, and everybody may see that lock; when
 * it began, and what it reads, the server tells of other roles only to those with {@code pg_read_all_stats}.
 */
final class OlderTransactions {

    /** @param startedAt of which rebuild; another instance may have done the next one meanwhile */
    private record Seen(@Nullable Instant startedAt, Set<String> open) {
    }

    private final Map<String, Seen> groups = new HashMap<>();

    /** Whether all have ended that were open when this was first asked of the rebuild. */
    boolean haveEnded(Connection connection, RebuildStatus rebuild) throws SQLException {
        Set<String> now = open(connection);
        Seen seen = groups.get(rebuild.name());
        if (seen == null || !Objects.equals(seen.startedAt(), rebuild.startedAt())) {
            seen = new Seen(rebuild.startedAt(), now);
            groups.put(rebuild.name(), seen);
        }
        seen.open().retainAll(now);
        return seen.open().isEmpty();
    }

    /** The rows fell behind again: who comes before they have caught up counts too. */
    void forget(String name) {
        groups.remove(name);
    }

    /** Of clients only: workers of the server itself, as an autovacuum, have no user. */
    private static Set<String> open(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select l.virtualxid from pg_locks l join pg_stat_activity a using (pid)
                where l.locktype = 'virtualxid' and l.virtualxid = l.virtualtransaction
                  and l.pid <> pg_backend_pid() and a.datname = current_database() and a.usesysid is not null
                """); ResultSet row = statement.executeQuery()) {
            Set<String> open = new HashSet<>();
            while (row.next()) {
                open.add(row.getString(1));
            }
            return open;
        }
    }
}
