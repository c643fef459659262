package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.SubjectId;

/**
 * Fetches the keys that a batch of events needs. None is kept beyond the batch: so an erasure is seen by every instance at
 * its next read, without a word between them.
 */
final class PersonalData {

    private final DataSource dataSource;
    private final PersonalKeys keys;

    PersonalData(DataSource dataSource, PersonalKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /**
     * The keys to seal events with, made where they are missing: in a transaction of its own and before that of the append,
     * which may not write anything before its events. Costs nothing when the events hold no personal values, one query when
     * their subjects are known, and one short transaction when some are new.
     */
    SubjectKeys toWrite(String organisation, Stream<SubjectId> ids) {
        Set<Subject> subjects = ids.map(id -> new Subject(organisation, id)).collect(Collectors.toCollection(TreeSet::new));
        if (subjects.isEmpty()) {
            return SubjectKeys.NONE;
        }
        return Sql.call(dataSource, connection -> {
            Map<Subject, Optional<WrappedKey>> known = SubjectKeyRows.find(connection, subjects);
            Map<Subject, WrappedKey> missing = new TreeMap<>();
            subjects.stream().filter(subject -> !known.containsKey(subject))
                    .forEach(subject -> missing.put(subject, keys.create(subject)));
            if (!missing.isEmpty()) {
                SubjectKeyRows.insert(connection, missing);
                // read, not remembered: another writer or an erasure may have come first
                known.putAll(SubjectKeyRows.find(connection, missing.keySet()));
            }
            return unwrapped(known);
        });
    }

    /** The keys to open stored events with, in one query. */
    SubjectKeys toRead(Collection<Subject> subjects) {
        return subjects.isEmpty() ? SubjectKeys.NONE : Sql.call(dataSource, connection -> toRead(connection, subjects));
    }

    /** As {@link #toRead(Collection)}, within what the caller has begun. */
    SubjectKeys toRead(Connection connection, Collection<Subject> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return SubjectKeys.NONE;
        }
        return unwrapped(SubjectKeyRows.find(connection, List.copyOf(subjects)));
    }

    private SubjectKeys unwrapped(Map<Subject, Optional<WrappedKey>> found) {
        Map<Subject, SubjectKey> unwrapped = new HashMap<>();
        found.forEach((subject, key) -> key
                .ifPresent(wrapped -> unwrapped.put(subject, keys.unwrap(subject, wrapped))));
        return new SubjectKeys(unwrapped, unwrapped.size() == found.size());
    }
}
