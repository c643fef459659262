package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.serviceconcept.eventsourcing.StatePublishing;

/**
 * The revisions of released states. Consumers keep the highest, so after a restore they begin above all that were ever given:
 * what was released with a revision that the backup does not know would otherwise hide what is released now.
 */
final class RevisionRows {

    /** As SQL: the last revision before those of this generation. */
    static final String BASE = "(SELECT (generation - 1) * " + StatePublishing.REVISIONS + " FROM event_generation)";

    private static final int SOME = 5_000;

    private RevisionRows() {
    }

    /**
     * Gives states of former generations the first revision of this one, so that they are sent again.
     *
     * @return whether there may be more
     */
    static boolean raise(Connection connection) throws SQLException {
        return raise(connection, "released_result") || raise(connection, "released_verdict");
    }

    private static boolean raise(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE %1$s SET revision = %2$s + 1
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE revision <= %2$s LIMIT %3$d))
                """.formatted(table, BASE, SOME))) {
            return statement.executeUpdate() == SOME;
        }
    }
}
