package io.serviceconcept.eventsourcing.internal;

import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the subjects' keys again with the current outer key, so that an older one can be destroyed. The values they have
 * sealed stay as they are. It walks through all subjects again and again, because an instance that was started before may
 * still wrap new keys with the older one.
 */
public final class OuterKeyRotation implements Upkeep {

    private static final Logger LOG = Logger.getLogger(OuterKeyRotation.class);
    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final PersonalKeys keys;
    private @Nullable Subject reached;
    private int rewrapped;

    public OuterKeyRotation(DataSource dataSource, PersonalKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "outer-key-rotation";
    }

    /** Safe to do twice: a key is wrapped again as the same key. */
    @Override
    public boolean work() {
        SortedMap<Subject, WrappedKey> batch = Sql.call(dataSource,
                connection -> SubjectKeyRows.after(connection, reached, BATCH));
        SortedMap<Subject, WrappedKey> older = new TreeMap<>();
        batch.forEach((subject, key) -> {
            if (!key.outerKey().equals(keys.current())) {
                older.put(subject, keys.wrap(subject, keys.unwrap(subject, key)));
            }
        });
        if (!older.isEmpty()) {
            rewrapped += Sql.call(dataSource, connection -> SubjectKeyRows.rewrap(connection, older));
        }
        if (batch.size() == BATCH) {
            reached = batch.lastKey();
            return true;
        }
        if (rewrapped > 0) {
            LOG.infof("%d keys of subjects are wrapped by the outer key %s now", rewrapped, keys.current());
        }
        reached = null;
        rewrapped = 0;
        return false;
    }
}
