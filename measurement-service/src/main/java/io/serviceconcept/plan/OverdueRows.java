package io.serviceconcept.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.jdbc.Rows;

/** The figures that were found overdue, for whoever judges targets. */
@ApplicationScoped
public class OverdueRows {

    /** A figure that was missing when it was due; it may have come since. */
    public record Overdue(String concept, int edition, String target, LocalDate from) {
    }

    /** An indicator whose figure is overdue, and the first day of the period. */
    public record Late(String organisation, String indicator, LocalDate from) {
    }

    /** Whether something became overdue of which no verdict says so yet. */
    public boolean anyNew(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT EXISTS (SELECT 1 FROM plan_overdue WHERE NOT judged)");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Marks what became overdue as judged, and says what it is. */
    public List<Late> takeNew(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE plan_overdue SET judged = true WHERE NOT judged RETURNING organisation, indicator, period_from
                """);
                ResultSet rows = statement.executeQuery()) {
            List<Late> late = new ArrayList<>();
            while (rows.next()) {
                late.add(new Late(rows.getString("organisation"), rows.getString("indicator"),
                        Rows.day(rows, "period_from")));
            }
            return late;
        }
    }

    public Set<Overdue> of(Connection connection, String organisation, String indicator) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT concept, edition, target, period_from FROM plan_overdue WHERE organisation = ? AND indicator = ?
                """);
                ResultSet rows = Rows.bind(statement, organisation, indicator).executeQuery()) {
            Set<Overdue> overdue = new HashSet<>();
            while (rows.next()) {
                overdue.add(new Overdue(rows.getString("concept"), rows.getInt("edition"), rows.getString("target"),
                        Rows.day(rows, "period_from")));
            }
            return overdue;
        }
    }
}
