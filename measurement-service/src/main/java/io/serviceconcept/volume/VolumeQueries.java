package io.serviceconcept.volume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.privacy.Days;
import io.serviceconcept.privacy.Place;

/** Reads the volumes of a survey. */
@ApplicationScoped
class VolumeQueries {

    private final AgroalDataSource dataSource;

    VolumeQueries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Volumes in the order of their first day, last day and channel.
     *
     * @param after the sort key of the last that was seen, empty to begin
     * @param limit how many at most
     */
    List<VolumeView> list(String organisation, String survey, String after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT * FROM survey_volume
                        WHERE organisation = ? AND survey = ? AND NOT retracted
                          AND first_day || '|' || last_day || '|' || channel > ?
                        ORDER BY first_day || '|' || last_day || '|' || channel LIMIT ?
                        """);
                ResultSet rows = Rows.bind(statement, organisation, survey, after, limit).executeQuery()) {
            List<VolumeView> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new VolumeView(rows.getString("volume"), Rows.day(rows, "first_day"),
                        Rows.day(rows, "last_day"), channel(rows), Rows.count(rows, "customers"),
                        Rows.count(rows, "offered"), Rows.count(rows, "answered")));
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** How many answered by day and channel, in the years of some days. It is not for showing. */
    Map<Place, Long> answered(String organisation, String survey, LocalDate from, LocalDate to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT day, channel, n FROM survey_answered
                        WHERE organisation = ? AND survey = ? AND n > 0
                          AND day BETWEEN date_trunc('year', ?::date)::date
                              AND date_trunc('year', ?::date)::date + interval '1 year - 1 day'
                        """);
                ResultSet rows = Rows.bind(statement, organisation, survey, from, to).executeQuery()) {
            Map<Place, Long> answered = new HashMap<>();
            while (rows.next()) {
                LocalDate day = Rows.day(rows, "day");
                answered.put(new Place(new Days(day, day), Slice.of(Dimension.CHANNEL, rows.getString("channel"))),
                        rows.getLong("n"));
            }
            return answered;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    /** What lies wholly within some days, with the answers counted here where none were reported. */
    List<Tally> within(String organisation, String survey, LocalDate from, LocalDate to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT v.*, (SELECT coalesce(sum(n), 0) FROM survey_answered a
                            WHERE v.answered IS NULL AND a.organisation = v.organisation AND a.survey = v.survey
                                AND a.day BETWEEN v.first_day AND v.last_day
                                AND (v.channel = '' OR a.channel = v.channel)) AS counted
                        FROM survey_volume v
                        WHERE v.organisation = ? AND v.survey = ? AND NOT v.retracted AND v.first_day >= ? AND v.last_day <= ?
                        """);
                ResultSet rows = Rows.bind(statement, organisation, survey, from, to).executeQuery()) {
            List<Tally> found = new ArrayList<>();
            while (rows.next()) {
                Long reported = Rows.count(rows, "answered");
                found.add(new Tally(Rows.day(rows, "first_day"), Rows.day(rows, "last_day"), channel(rows),
                        Rows.count(rows, "customers"), Rows.count(rows, "offered"),
                        reported == null ? rows.getLong("counted") : reported, reported != null));
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static @Nullable String channel(ResultSet rows) throws SQLException {
        String channel = rows.getString("channel");
        return channel.equals(VolumeProjection.ALL_CHANNELS) ? null : channel;
    }
}
