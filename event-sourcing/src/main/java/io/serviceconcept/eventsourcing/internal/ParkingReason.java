package io.serviceconcept.eventsourcing.internal;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Why a record is parked, without quoting its data: messages of databases and parsers do. */
final class ParkingReason {

    private static final int LONGEST = 1_000;

    private ParkingReason() {
    }

    static String of(Throwable failure) {
        SQLException database = database(failure);
        if (database != null) {
            return storable("the database refused a statement of its handler, " + database.getSQLState()
                    + aboutTheSchema(database));
        }
        // only what handlers say on purpose: other exceptions quote what they could not read
        return failure.getClass() == IllegalArgumentException.class && failure.getMessage() != null
                ? storable(failure.getMessage())
                : "its handler failed: " + failure.getClass().getSimpleName();
    }

    static String storable(String reason) {
        String text = reason.replace('\0', ' ');
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static @Nullable SQLException database(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // a batch's own quotes the statement with its values; what the database said is its cause
            if (cause instanceof SQLException database && !(cause instanceof BatchUpdateException)) {
                return database;
            }
        }
        return null;
    }

    /** A missing table, column or grant: the first line names it and nothing of the data. */
    private static String aboutTheSchema(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.startsWith("42") && e.getMessage() != null
                ? ": " + e.getMessage().lines().findFirst().orElse("")
                : "";
    }
}
