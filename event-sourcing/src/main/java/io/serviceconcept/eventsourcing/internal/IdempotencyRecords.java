package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.StreamId;

/** What requests with an idempotency key answered, for 24 hours. */
public final class IdempotencyRecords implements Upkeep {

    private final DataSource dataSource;

    public IdempotencyRecords(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What answers for an append before it is stored: its request was stored before, or is being stored right now. Only
     * reads, so that no transaction id is taken; the lock comes first and lasts until the end of the transaction.
     */
    static Optional<AppendOutcome> answer(Connection connection, Prepared append) throws SQLException {
        Idempotency idempotency = append.idempotency();
        return idempotency == null ? Optional.empty() : answer(connection, append.organisation(), idempotency);
    }

    /** As {@link #answer(Connection, Prepared)}, for a request that stores no event. */
    static Optional<AppendOutcome> answer(Connection connection, String organisation, Idempotency idempotency)
            throws SQLException {
        if (!tryLock(connection, organisation, idempotency.key())) {
            return Optional.of(new AppendOutcome.InFlight());
        }
        return find(connection, organisation, idempotency);
    }

    private static boolean tryLock(Connection connection, String organisation, String key) throws SQLException {
        // the key is hashed like a stream; its own prefix keeps it apart from other locks
        long lock = StreamId.hash(organisation, "idempotency-key-" + key);
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, lock);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    static Optional<AppendOutcome> find(Connection connection, String organisation, Idempotency idempotency)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select fingerprint, status, location from idempotency
                where organisation = ? and key = ? and recorded_at > clock_timestamp() - interval '24 hours'
                """)) {
            statement.setString(1, organisation);
            statement.setString(2, idempotency.key());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                return Optional.of(result.getString(1).equals(idempotency.fingerprint())
                        ? new AppendOutcome.Repeated(result.getInt(2), result.getString(3))
                        : new AppendOutcome.KeyReused());
            }
        }
    }

    static void insert(Connection connection, Prepared append) throws SQLException {
        Idempotency idempotency = append.idempotency();
        if (idempotency != null) {
            insert(connection, append.organisation(), idempotency);
        }
    }

    static void insert(Connection connection, String organisation, Idempotency idempotency) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into idempotency (organisation, key, fingerprint, status, location, recorded_at)
                values (?, ?, ?, ?, ?, clock_timestamp())
                on conflict (organisation, key) do update set fingerprint = excluded.fingerprint,
                    status = excluded.status, location = excluded.location, recorded_at = excluded.recorded_at
                """)) {
            statement.setString(1, organisation);
            statement.setString(2, idempotency.key());
            statement.setString(3, idempotency.fingerprint());
            statement.setInt(4, idempotency.status());
            statement.setString(5, idempotency.location());
            statement.executeUpdate();
        }
    }

    @Override
    public String name() {
        return "idempotency-expiry";
    }

    /** Removes expired records, some at a time, so that the transaction stays short. */
    @Override
    public boolean work() {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    delete from idempotency where (organisation, key) in (
                        select organisation, key from idempotency
                        where recorded_at < clock_timestamp() - interval '24 hours' limit 500)
                    and recorded_at < clock_timestamp() - interval '24 hours'
                    """)) {
                return statement.executeUpdate() == 500;
            }
        });
    }
}
