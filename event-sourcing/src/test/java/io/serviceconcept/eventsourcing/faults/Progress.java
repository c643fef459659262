package io.serviceconcept.eventsourcing.faults;

import java.sql.SQLException;

import javax.sql.DataSource;

/** How far the readers are. */
final class Progress {

    private static final int ATTEMPTS = 300;

    private Progress() {
    }

    /** The database may still recover, and connections of the pool may have been cut off by the last kill. */
    private static long ask(DataSource dataSource, String sql) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try {
                return Database.number(dataSource, sql);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Lifeline.park(200);
            }
        }
    }

    static long projected(Installation installation) throws SQLException {
        return ask(installation.producerData(), "select count(*) from seen");
    }

    static long received(Installation installation) throws SQLException {
        return ask(installation.consumerData(), "select count(*) from received");
    }

    static long stored(Installation installation) throws SQLException {
        return ask(installation.producerData(), "select count(*) from event");
    }

    static long storedPublic(Installation installation) throws SQLException {
        return ask(installation.producerData(), "select count(*) from event where is_public");
    }
}
