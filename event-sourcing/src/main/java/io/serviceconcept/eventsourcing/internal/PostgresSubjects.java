package io.serviceconcept.eventsourcing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects;

/**
 * Subjects on PostgreSQL. The row of an erased subject stays, without its key: so a writer that makes keys at the same
 * moment meets it at the primary key, and no lock is needed.
 */
public final class PostgresSubjects implements Subjects {

    /** Bulk work commits after this many, so that its transactions stay short. */
    private static final int BATCH = 500;

    private static final Logger LOG = Logger.getLogger(PostgresSubjects.class);

    private final DataSource dataSource;
    private final PersonalKeys keys;

    public PostgresSubjects(DataSource dataSource, PersonalKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /**
     * Drops the keys that nobody can unwrap any more: what they sealed reads as erased, and whoever says something new gets
     * a new key.
     *
     * @param destroyed the names of outer keys that are no more, as the operator says: only a restored backup holds them
     * @throws IllegalArgumentException if an outer key is said to be destroyed and is configured
     * @throws IllegalStateException if a subject's key is wrapped by any other outer key that is not configured: what it
     *         has sealed could not be read
     */
    public void check(Set<String> destroyed) {
        List<String> alive = destroyed.stream().filter(keys.outerKeys()::contains).sorted().toList();
        if (!alive.isEmpty()) {
            throw new IllegalArgumentException("outer keys that are configured are said to be destroyed: " + alive);
        }
        int dropped = destroyed.isEmpty() ? 0
                : Sql.call(dataSource, connection -> SubjectKeyRows.drop(connection, destroyed));
        if (dropped > 0) {
            LOG.warnf("%d keys of subjects were wrapped by destroyed outer keys: what they sealed reads as erased", dropped);
        }
        List<String> missing = keysByOuterKey().keySet().stream().filter(name -> !keys.outerKeys().contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("personal data is sealed by outer keys that are not configured: " + missing);
        }
    }

    @Override
    public SubjectId of(String organisation, String pseudonym) {
        return keys.subject(organisation, pseudonym);
    }

    @Override
    public Erasure erase(String organisation, SubjectId subject) {
        // without keys nobody would publish it
        keys.requireConfigured();
        return inTransaction(connection -> {
            Instant erasedAt = ErasureRows.forgetKey(connection, new Subject(organisation, subject));
            Erasure erasure = new Erasure(organisation, subject, erasedAt);
            ErasureRows.insert(connection, List.of(erasure));
            return erasure;
        });
    }

    @Override
    public void readmit(String organisation, SubjectId subject) {
        Subject owner = new Subject(organisation, subject);
        WrappedKey key = keys.create(owner);
        Sql.call(dataSource, connection -> ErasureRows.readmit(connection, owner, key));
    }

    @Override
    public List<Erasure> erasures(@Nullable Erasure after, int limit) {
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("1-10,000 erasures are listed at a time");
        }
        return Sql.call(dataSource, connection -> ErasureRows.after(connection, after, limit));
    }

    @Override
    public void reapply(List<Erasure> erasures) {
        for (int from = 0; from < erasures.size(); from += BATCH) {
            List<Erasure> batch = erasures.subList(from, Math.min(from + BATCH, erasures.size()));
            inTransaction(connection -> ErasureRows.reapply(connection, batch));
        }
    }

    @Override
    public Map<String, Long> keysByOuterKey() {
        return Sql.call(dataSource, SubjectKeyRows::byOuterKey);
    }

    private <T> T inTransaction(Sql.Work<T> work) {
        return Sql.call(dataSource, connection -> Sql.transaction(connection, work));
    }
}
