package io.serviceconcept.eventsourcing.faults;

import java.sql.SQLException;

import javax.sql.DataSource;

/** How far the readers are. */
final class Progress {

    private Progress() {
    }

    /** A connection of the pool may have been cut off by the last kill. */
    private static long ask(DataSource dataSource, String sql) throws SQLException {
        try {
            return Database.number(dataSource, sql);
        } catch (SQLException e) {
            Lifeline.park(500);
            return Database.number(dataSource, sql);
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
        return ask(installation.producerData(), "select count(public_sequence) from event");
    }
}
