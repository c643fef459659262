package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.result.CountedResponse.Fed;
import io.serviceconcept.result.CountedResponse.Place;

/** What was counted of each response. */
final class CountedResponseRows {

    private static final TypeReference<List<Fed>> FED = new TypeReference<>() {
    };

    private CountedResponseRows() {
    }

    private record Row(StreamId stream, CountedResponse response) {
    }

    /** What is counted of some responses of an organisation; of the others nothing is. */
    static Map<StreamId, CountedResponse> read(Connection connection, String organisation, Collection<StreamId> streams)
            throws SQLException {
        Map<StreamId, CountedResponse> counted = new HashMap<>();
        if (streams.isEmpty()) {
            return counted;
        }
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT * FROM counted_response WHERE organisation = ? AND stream = ANY (?)");
                ResultSet rows = Rows.bind(statement, organisation,
                        Rows.column(connection, "text", streams, StreamId::name)).executeQuery()) {
            while (rows.next()) {
                counted.put(new StreamId(organisation, rows.getString("stream")), response(rows));
            }
        }
        return counted;
    }

    private static CountedResponse response(ResultSet rows) throws SQLException {
        Place place = new Place(rows.getString("channel"), rows.getString("layer"), rows.getString("customer_group"),
                rows.getString("touchpoint"), rows.getString("journey"), rows.getString("service"),
                rows.getString("location"), rows.getString("department"), rows.getString("edition"),
                rows.getString("pilot"), rows.getString("told_journey"));
        return new CountedResponse(rows.getString("survey"), rows.getInt("survey_version"), Rows.day(rows, "day"), place,
                fed(rows.getString("fed")));
    }

    /**
     * The last of some responses of an organisation, in the order of their streams; null when there are no more.
     *
     * @param after the stream after which they begin
     */
    static @Nullable String last(Connection connection, String organisation, String after, int some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT max(stream) FROM (
                    SELECT stream FROM counted_response WHERE organisation = ? AND stream > ? ORDER BY stream LIMIT ?) AS next
                """);
                ResultSet rows = Rows.bind(statement, organisation, after, some).executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What is counted of the responses between two streams on which something bears that became known. */
    static Map<StreamId, CountedResponse> between(Connection connection, Recount recount, String after, String last)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT * FROM counted_response c WHERE organisation = ? AND stream > ? AND stream <= ? AND day >= ?
                  AND (?::text IS NULL OR told_journey = ? OR journey = ? OR touchpoint IN (
                      SELECT touchpoint FROM touchpoint t WHERE t.organisation = c.organisation AND t.journey = ?))
                """);
                ResultSet rows = Rows.bind(statement, recount.organisation(), after, last, recount.from(), recount.journey(),
                        recount.journey(), recount.journey(), recount.journey()).executeQuery()) {
            Map<StreamId, CountedResponse> counted = new HashMap<>();
            while (rows.next()) {
                counted.put(new StreamId(recount.organisation(), rows.getString("stream")), response(rows));
            }
            return counted;
        }
    }

    /** @param counted null for a response that does not count any more */
    static void write(Connection connection, SortedMap<StreamId, @Nullable CountedResponse> counted) throws SQLException {
        List<StreamId> gone = new ArrayList<>();
        List<Row> told = new ArrayList<>();
        for (Map.Entry<StreamId, @Nullable CountedResponse> entry : counted.entrySet()) {
            CountedResponse response = entry.getValue();
            if (response == null) {
                gone.add(entry.getKey());
            } else {
                told.add(new Row(entry.getKey(), response));
            }
        }
        if (!gone.isEmpty()) {
            delete(connection, gone);
        }
        if (!told.isEmpty()) {
            upsert(connection, told);
        }
    }

    private static void delete(Connection connection, List<StreamId> gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM counted_response
                WHERE (organisation, stream) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                """)) {
            Rows.bind(statement, Rows.column(connection, "text", gone, StreamId::organisation),
                    Rows.column(connection, "text", gone, StreamId::name)).executeUpdate();
        }
    }

    private static void upsert(Connection connection, List<Row> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO counted_response (organisation, stream, survey, survey_version, day, channel, layer,
                    customer_group, touchpoint, journey, service, location, department, edition, pilot, told_journey, fed)
                SELECT organisation, stream, survey, survey_version::int, day::date, channel, layer,
                    customer_group, touchpoint, journey, service, location, department, edition, pilot, told_journey, fed
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[])
                    AS told (organisation, stream, survey, survey_version, day, channel, layer, customer_group,
                             touchpoint, journey, service, location, department, edition, pilot, told_journey, fed)
                ON CONFLICT (organisation, stream) DO UPDATE
                SET survey = excluded.survey, survey_version = excluded.survey_version, day = excluded.day,
                    channel = excluded.channel, layer = excluded.layer, customer_group = excluded.customer_group,
                    touchpoint = excluded.touchpoint, journey = excluded.journey, service = excluded.service,
                    location = excluded.location, department = excluded.department, edition = excluded.edition,
                    pilot = excluded.pilot,
                    told_journey = excluded.told_journey, fed = excluded.fed
                """)) {
            List<Function<Row, @Nullable Object>> columns = List.of(row -> row.stream().organisation(),
                    row -> row.stream().name(), row -> row.response().survey(), row -> row.response().surveyVersion(),
                    row -> row.response().day(), row -> place(row).channel(), row -> place(row).layer(),
                    row -> place(row).group(), row -> place(row).touchpoint(), row -> place(row).journey(),
                    row -> place(row).service(), row -> place(row).location(), row -> place(row).department(),
                    row -> place(row).edition(), row -> place(row).pilot(), row -> place(row).toldJourney(),
                    row -> json(row.response().fed()));
            Object[] arrays = new Object[columns.size()];
            for (int i = 0; i < arrays.length; i++) {
                Function<Row, @Nullable Object> column = columns.get(i);
                arrays[i] = Rows.column(connection, "text", told, row -> text(column.apply(row)));
            }
            Rows.bind(statement, arrays).executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Place place(Row row) {
        return row.response().place();
    }

    private static String json(List<Fed> fed) {
        try {
            return EventTypes.json().writeValueAsString(fed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was counted can be written", e);
        }
    }

    private static List<Fed> fed(String json) {
        try {
            return EventTypes.json().readValue(json, FED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was counted can be read", e);
        }
    }
}
