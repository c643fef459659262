package io.serviceconcept.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.result.CountedResponse.Fed;
import io.serviceconcept.result.CountedResponse.Place;

/** What was counted of each response. */
final class CountedResponseRows {

    private CountedResponseRows() {
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
                        connection.createArrayOf("text", streams.stream().map(StreamId::name).toArray())).executeQuery()) {
            while (rows.next()) {
                counted.put(new StreamId(organisation, rows.getString("stream")), response(rows));
            }
        }
        return counted;
    }

    private static CountedResponse response(ResultSet rows) throws SQLException {
        List<@Nullable String> indicators = Rows.texts(rows, "indicators");
        List<@Nullable String> needs = Rows.texts(rows, "needs");
        List<@Nullable BigDecimal> marks = Rows.numbers(rows, "marks");
        List<Fed> fed = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            fed.add(new Fed(Objects.requireNonNull(indicators.get(i)), needs.get(i),
                    Decimals.canonical(Objects.requireNonNull(marks.get(i)))));
        }
        Place place = new Place(rows.getString("channel"), rows.getString("layer"), rows.getString("customer_group"),
                rows.getString("touchpoint"), rows.getString("journey"), rows.getString("service"),
                rows.getString("location"), rows.getString("department"), rows.getString("edition"),
                rows.getString("pilot"));
        return new CountedResponse(rows.getString("survey"), rows.getInt("survey_version"), Rows.day(rows, "day"), place,
                fed);
    }

    /** @param counted null for a response that does not count any more */
    static void write(Connection connection, SortedMap<StreamId, @Nullable CountedResponse> counted) throws SQLException {
        try (PreparedStatement delete = connection
                .prepareStatement("DELETE FROM counted_response WHERE organisation = ? AND stream = ?");
                PreparedStatement upsert = connection.prepareStatement("""
                        INSERT INTO counted_response (organisation, stream, survey, survey_version, day, channel, layer,
                            customer_group, touchpoint, journey, service, location, department, edition, pilot,
                            indicators, needs, marks)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (organisation, stream) DO UPDATE
                        SET survey = excluded.survey, survey_version = excluded.survey_version, day = excluded.day,
                            channel = excluded.channel, layer = excluded.layer,
                            customer_group = excluded.customer_group, touchpoint = excluded.touchpoint,
                            journey = excluded.journey, service = excluded.service, location = excluded.location,
                            department = excluded.department, edition = excluded.edition, pilot = excluded.pilot,
                            indicators = excluded.indicators, needs = excluded.needs, marks = excluded.marks
                        """)) {
            for (Map.Entry<StreamId, @Nullable CountedResponse> entry : counted.entrySet()) {
                StreamId stream = entry.getKey();
                CountedResponse response = entry.getValue();
                if (response == null) {
                    Rows.bind(delete, stream.organisation(), stream.name()).addBatch();
                } else {
                    bind(connection, upsert, stream, response).addBatch();
                }
            }
            delete.executeBatch();
            upsert.executeBatch();
        }
    }

    private static PreparedStatement bind(Connection connection, PreparedStatement upsert, StreamId stream,
            CountedResponse response) throws SQLException {
        Place place = response.place();
        List<Fed> fed = response.fed();
        return Rows.bind(upsert, stream.organisation(), stream.name(), response.survey(), response.surveyVersion(),
                response.day(), place.channel(), place.layer(), place.group(), place.touchpoint(), place.journey(),
                place.service(), place.location(), place.department(), place.edition(), place.pilot(),
                connection.createArrayOf("text", fed.stream().map(Fed::indicator).toArray()),
                connection.createArrayOf("text", fed.stream().map(Fed::need).toArray()),
                connection.createArrayOf("numeric", fed.stream().map(Fed::value).toArray()));
    }
}
