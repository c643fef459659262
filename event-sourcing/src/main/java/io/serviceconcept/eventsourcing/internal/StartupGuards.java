package io.serviceconcept.eventsourcing.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Refuses to work on a PostgreSQL that may forget what it has acknowledged, or hide it. */
public final class StartupGuards {

    private StartupGuards() {
    }

    /**
     * @throws IllegalStateException naming every setting that is wrong, or that the database was restored
     */
    public static void check(DataSource dataSource) {
        List<String> wrong = Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select name || ' = ' || setting from pg_settings
                    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
                       or name = 'max_prepared_transactions' and setting <> '0'
                    """); ResultSet result = statement.executeQuery()) {
                List<String> settings = new ArrayList<>();
                while (result.next()) {
                    settings.add(result.getString(1));
                }
                return settings;
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("this PostgreSQL may lose acknowledged events: " + String.join(", ", wrong));
        }
        if (comesFromTheFuture(dataSource)) {
            throw new IllegalStateException("this database was restored into a younger cluster: new events would be ordered"
                    + " before the ones it holds, and never be read");
        }
    }

    /** Whether there is an event whose transaction this cluster has not had yet. */
    private static boolean comesFromTheFuture(DataSource dataSource) {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select exists (select 1 from event where generation = (select generation from event_generation)
                                   and tx >= pg_snapshot_xmax(pg_current_snapshot()))
                    """); ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        });
    }
}
