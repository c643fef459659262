package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.SubjectId;

/** Rows of the table {@code subject_key}. A row without a key is that of an erased subject. */
final class SubjectKeyRows {

    private static final String COLUMNS = "select organisation, subject, key_id, outer_key, wrapped from subject_key ";

    private SubjectKeyRows() {
    }

    /** A row as it is stored: without a key for an erased subject. */
    private static void add(Map<Subject, Optional<WrappedKey>> found, ResultSet row) throws SQLException {
        Subject subject = new Subject(row.getString(1), new SubjectId(row.getString(2)));
        byte[] wrapped = row.getBytes(5);
        found.put(subject, wrapped == null ? Optional.empty()
                : Optional.of(new WrappedKey(row.getObject(3, UUID.class), row.getString(4), wrapped)));
    }

    /** What is known of these subjects; empty for an erased one, missing for one never heard of. */
    static Map<Subject, Optional<WrappedKey>> find(Connection connection, Collection<Subject> subjects)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS
                + "join unnest(?::text[], ?::text[]) s(organisation, subject) using (organisation, subject)")) {
            subjects(statement, 1, List.copyOf(subjects));
            return read(statement);
        }
    }

    private static Map<Subject, Optional<WrappedKey>> read(PreparedStatement statement) throws SQLException {
        Map<Subject, Optional<WrappedKey>> found = new TreeMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                add(found, row);
            }
        }
        return found;
    }

    /** Keeps keys for subjects that have no row; another instance may have been first. */
    static void insert(Connection connection, Map<Subject, WrappedKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into subject_key (organisation, subject, key_id, outer_key, wrapped, since)
                select organisation, subject, key_id, outer_key, wrapped, clock_timestamp()
                from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::bytea[])
                     as k(organisation, subject, key_id, outer_key, wrapped)
                order by organisation, subject
                on conflict do nothing
                """)) {
            List<Subject> subjects = new ArrayList<>(new TreeMap<>(keys).keySet());
            subjects(statement, 1, subjects);
            wrapped(statement, 3, subjects.stream().map(subject -> Objects.requireNonNull(keys.get(subject)))
                    .toList());
            statement.executeUpdate();
        }
    }

    /** The next keys in the order of subjects, those of erased subjects left out. */
    static SortedMap<Subject, WrappedKey> after(Connection connection, @Nullable Subject after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + """
                where (organisation, subject) > (?, ?) and wrapped is not null order by organisation, subject limit ?
                """)) {
            statement.setString(1, after == null ? "" : after.organisation());
            statement.setString(2, after == null ? "" : after.id().value());
            statement.setInt(3, limit);
            SortedMap<Subject, WrappedKey> keys = new TreeMap<>();
            read(statement).forEach((owner, key) -> key.ifPresent(wrapped -> keys.put(owner, wrapped)));
            return keys;
        }
    }

    /** Keeps keys as they are wrapped now, unless their subjects were erased meanwhile. */
    static int rewrap(Connection connection, Map<Subject, WrappedKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update subject_key k set outer_key = n.outer_key, wrapped = n.wrapped
                from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::bytea[])
                     as n(organisation, subject, key_id, outer_key, wrapped)
                where k.organisation = n.organisation and k.subject = n.subject and k.key_id = n.key_id
                """)) {
            List<Subject> subjects = new ArrayList<>(new TreeMap<>(keys).keySet());
            subjects(statement, 1, subjects);
            wrapped(statement, 3, subjects.stream().map(subject -> Objects.requireNonNull(keys.get(subject)))
                    .toList());
            return statement.executeUpdate();
        }
    }

    /** Forgets the keys that these outer keys wrap, and that the subjects had them. */
    static int drop(Connection connection, Set<String> outerKeys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from subject_key where outer_key = any (?)")) {
            array(statement, 1, "text", outerKeys.toArray());
            return statement.executeUpdate();
        }
    }

    /** How many keys each outer key wraps. */
    static Map<String, Long> byOuterKey(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select outer_key, count(*) from subject_key where outer_key is not null group by outer_key");
                ResultSet row = statement.executeQuery()) {
            Map<String, Long> counts = new HashMap<>();
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
            return counts;
        }
    }

    private static void subjects(PreparedStatement statement, int index, List<Subject> subjects) throws SQLException {
        array(statement, index, "text", subjects.stream().map(Subject::organisation).toArray());
        array(statement, index + 1, "text", subjects.stream().map(subject -> subject.id().value()).toArray());
    }

    private static void wrapped(PreparedStatement statement, int index, List<WrappedKey> keys) throws SQLException {
        array(statement, index, "uuid", keys.stream().map(WrappedKey::id).toArray());
        array(statement, index + 1, "text", keys.stream().map(WrappedKey::outerKey).toArray());
        array(statement, index + 2, "bytea", keys.stream().map(WrappedKey::wrapped).toArray(byte[][]::new));
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
