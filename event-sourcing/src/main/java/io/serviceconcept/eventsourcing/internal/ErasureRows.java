package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects.Erasure;

/** Rows of the table {@code subject_erasure}, and what erasing does to those of {@code subject_key}. */
final class ErasureRows {

    /** That of the ledger. */
    static final Comparator<Erasure> ORDER = Comparator.comparing(Erasure::erasedAt).thenComparing(Erasure::organisation)
            .thenComparing(Erasure::subject);

    private ErasureRows() {
    }

    /** @return since when the subject is erased: now, or since an earlier time */
    static Instant forgetKey(Connection connection, Subject subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into subject_key as k (organisation, subject, since) values (?, ?, clock_timestamp())
                on conflict (organisation, subject) do update set key_id = null, outer_key = null, wrapped = null,
                    readmitted = false, since = case when k.wrapped is null then k.since else clock_timestamp() end
                returning since
                """)) {
            statement.setString(1, subject.organisation());
            statement.setString(2, subject.id().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** @return how many subjects lost a key or became known as erased */
    static int reapply(Connection connection, List<Erasure> erasures) throws SQLException {
        Map<Subject, Erasure> last = new TreeMap<>();
        erasures.forEach(erasure -> last.merge(new Subject(erasure.organisation(), erasure.subject()), erasure,
                (one, other) -> one.erasedAt().isAfter(other.erasedAt()) ? one : other));
        insert(connection, erasures);
        return forgetKeys(connection, new ArrayList<>(last.values()));
    }

    /**
     * A key that was made after the erasure because its subject was readmitted stays. Any other key was made where the erasure
     * was not known, whenever that was: while the word of it was under way, or before a restore forgot it.
     */
    private static int forgetKeys(Connection connection, List<Erasure> erasures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into subject_key as k (organisation, subject, since)
                select * from unnest(?::text[], ?::text[], ?::timestamptz[]) as e(organisation, subject, erased_at)
                order by 1, 2
                on conflict (organisation, subject) do update set key_id = null, outer_key = null, wrapped = null,
                    readmitted = false, since = excluded.since
                where k.since <= excluded.since or k.wrapped is not null and not k.readmitted
                """)) {
            erasures(statement, erasures);
            return statement.executeUpdate();
        }
    }

    /** @return 0 when the subject was not erased */
    static int readmit(Connection connection, Subject subject, WrappedKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update subject_key set key_id = ?, outer_key = ?, wrapped = ?, since = clock_timestamp(),
                    readmitted = true
                where organisation = ? and subject = ? and wrapped is null
                """)) {
            statement.setObject(1, key.id());
            statement.setString(2, key.outerKey());
            statement.setBytes(3, key.wrapped());
            statement.setString(4, subject.organisation());
            statement.setString(5, subject.id().value());
            return statement.executeUpdate();
        }
    }

    static void insert(Connection connection, List<Erasure> erasures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into subject_erasure (organisation, subject, erased_at)
                select * from unnest(?::text[], ?::text[], ?::timestamptz[]) as e(organisation, subject, erased_at)
                order by 3, 1, 2
                on conflict do nothing
                """)) {
            erasures(statement, erasures);
            statement.executeUpdate();
        }
    }

    static List<Erasure> after(Connection connection, @Nullable Erasure after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select organisation, subject, erased_at from subject_erasure
                where (erased_at, organisation, subject) > (?, ?, ?)
                order by erased_at, organisation, subject limit ?
                """)) {
            statement.setObject(1, time(after == null ? Instant.EPOCH : after.erasedAt()));
            statement.setString(2, after == null ? "" : after.organisation());
            statement.setString(3, after == null ? "" : after.subject().value());
            statement.setInt(4, limit);
            return read(statement);
        }
    }

    /** Those that nobody outside the database is known to have. */
    static List<Erasure> unpublished(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select organisation, subject, erased_at from subject_erasure where published_at is null
                order by erased_at, organisation, subject limit ?
                """)) {
            statement.setInt(1, limit);
            return read(statement);
        }
    }

    static int published(Connection connection, List<Erasure> erasures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update subject_erasure s set published_at = clock_timestamp()
                from unnest(?::text[], ?::text[], ?::timestamptz[]) as e(organisation, subject, erased_at)
                where (s.organisation, s.subject, s.erased_at) = (e.organisation, e.subject, e.erased_at)
                  and s.published_at is null
                """)) {
            erasures(statement, erasures);
            return statement.executeUpdate();
        }
    }

    /** All of them in one statement, however many: nothing else runs then. */
    static int unpublish(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0");
            return statement.executeUpdate("update subject_erasure set published_at = null where published_at is not null");
        }
    }

    /** Which of these are in the database. */
    static Set<Erasure> known(Connection connection, List<Erasure> erasures) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select organisation, subject, erased_at from subject_erasure
                join unnest(?::text[], ?::text[], ?::timestamptz[]) as e(organisation, subject, erased_at)
                using (organisation, subject, erased_at)
                """)) {
            erasures(statement, erasures);
            return new HashSet<>(read(statement));
        }
    }

    private static List<Erasure> read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Erasure> erasures = new ArrayList<>();
            while (row.next()) {
                erasures.add(new Erasure(row.getString(1), new SubjectId(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
            }
            return erasures;
        }
    }

    private static void erasures(PreparedStatement statement, List<Erasure> erasures) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("text", erasures.stream().map(Erasure::organisation).toArray()));
        statement.setArray(2, connection.createArrayOf("text", erasures.stream().map(e -> e.subject().value()).toArray()));
        statement.setArray(3, connection.createArrayOf("timestamptz",
                erasures.stream().map(e -> e.erasedAt().toString()).toArray()));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
