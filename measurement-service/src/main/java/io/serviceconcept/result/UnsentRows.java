package io.serviceconcept.result;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Period;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorId;
import io.serviceconcept.jdbc.Rows;

/** Released results and verdicts whose last revision was not sent yet, as they are sent. */
final class UnsentRows {

    static final int MOST = 500;
    /** After a restore the others are raised first: consumers may know their revisions with other content. */
    private static final String OF_THIS_GENERATION = "revision > " + RevisionRows.BASE;

    private UnsentRows() {
    }

    /** @param key what identifies the row, in the order of the statement that marks it */
    record Unsent(OutboundEvent event, long revision, List<Object> key) {
    }

    static List<Unsent> results(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM released_result WHERE sent_revision < revision AND " + OF_THIS_GENERATION + " LIMIT ?");
                ResultSet rows = Rows.bind(statement, MOST).executeQuery()) {
            List<Unsent> unsent = new ArrayList<>();
            while (rows.next()) {
                Period period = period(rows);
                Slice slice = new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
                long revision = rows.getLong("revision");
                Instant at = Rows.instant(rows, "released_at");
                ResultReleased data = ResultReleased.of(rows.getString("indicator"), period, slice,
                        ReleasedResultRows.shown(rows), rows.getBoolean("instrument_break"), revision, at);
                unsent.add(new Unsent(event(rows, ResultReleased.TYPE, at, data, slice + "/" + period + "/" + revision),
                        revision, List.of(rows.getString("organisation"), rows.getString("indicator"), period.kind(),
                                period.from(), slice.dimension(), slice.key())));
            }
            return unsent;
        }
    }

    static List<Unsent> corrections(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM released_result WHERE sent_correction < corrected_revision LIMIT ?");
                ResultSet rows = Rows.bind(statement, MOST).executeQuery()) {
            List<Unsent> unsent = new ArrayList<>();
            while (rows.next()) {
                Period period = period(rows);
                Slice slice = new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key"));
                long revision = rows.getLong("corrected_revision");
                Correction correction = Objects.requireNonNull(ReleasedResultRows.correction(rows));
                ResultCorrected data = ResultCorrected.of(rows.getString("indicator"), period, slice,
                        ReleasedResultRows.shown(rows), correction, revision);
                unsent.add(new Unsent(
                        event(rows, ResultCorrected.TYPE, correction.at(), data, slice + "/" + period + "/" + revision),
                        revision, List.of(rows.getString("organisation"), rows.getString("indicator"), period.kind(),
                                period.from(), slice.dimension(), slice.key())));
            }
            return unsent;
        }
    }

    static void correctionsWereSent(Connection connection, List<Unsent> sent) throws SQLException {
        markResults(connection, sent, "sent_correction");
    }

    static List<Unsent> verdicts(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM released_verdict WHERE sent_revision < revision AND " + OF_THIS_GENERATION + " LIMIT ?");
                ResultSet rows = Rows.bind(statement, MOST).executeQuery()) {
            List<Unsent> unsent = new ArrayList<>();
            while (rows.next()) {
                Period period = period(rows);
                long revision = rows.getLong("revision");
                Instant at = Rows.instant(rows, "judged_at");
                String concept = rows.getString("concept");
                int edition = rows.getInt("edition");
                String objective = rows.getString("objective");
                TargetJudged data = TargetJudged.of(concept, edition, objective, rows.getString("indicator"), period,
                        ReleasedVerdictRows.judged(rows), revision, at);
                unsent.add(new Unsent(
                        event(rows, TargetJudged.TYPE, at, data,
                                concept + "/" + edition + "/" + objective + "/" + period + "/" + revision),
                        revision, List.of(rows.getString("organisation"), rows.getString("indicator"), period.kind(),
                                period.from(), concept, edition, objective)));
            }
            return unsent;
        }
    }

    static void resultsWereSent(Connection connection, List<Unsent> sent) throws SQLException {
        markResults(connection, sent, "sent_revision");
    }

    private static void markResults(Connection connection, List<Unsent> sent, String column) throws SQLException {
        mark(connection, sent, """
                UPDATE released_result r SET %1$s = greatest(r.%1$s, sent.revision)
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS sent (revision, organisation, indicator, period_kind, period_from, dimension, key)
                WHERE r.organisation = sent.organisation AND r.indicator = sent.indicator
                  AND r.period_kind = sent.period_kind AND r.period_from = sent.period_from::date
                  AND r.dimension = sent.dimension AND r.key = sent.key
                """.formatted(column));
    }

    static void verdictsWereSent(Connection connection, List<Unsent> sent) throws SQLException {
        mark(connection, sent, """
                UPDATE released_verdict v SET sent_revision = greatest(v.sent_revision, sent.revision)
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS sent (revision, organisation, indicator, period_kind, period_from, concept, edition, objective)
                WHERE v.organisation = sent.organisation AND v.indicator = sent.indicator
                  AND v.period_kind = sent.period_kind AND v.period_from = sent.period_from::date
                  AND v.concept = sent.concept AND v.edition = sent.edition::int AND v.objective = sent.objective
                """);
    }

    private static Period period(ResultSet rows) throws SQLException {
        return new Period(PeriodKind.valueOf(rows.getString("period_kind")), Rows.day(rows, "period_from"));
    }

    /** @param identity the same for the same revision, so that one sent again is the same event */
    private static OutboundEvent event(ResultSet rows, String type, Instant at, Object data, String identity)
            throws SQLException {
        String organisation = rows.getString("organisation");
        String stream = new IndicatorId(rows.getString("indicator")).stream(organisation).name();
        UUID id = UUID.nameUUIDFromBytes(
                (organisation + "/" + stream + "/" + type + "/" + identity).getBytes(StandardCharsets.UTF_8));
        return new OutboundEvent("measurement-events", "/measurement-service", organisation, stream, null, id, type, at,
                data, new Metadata("measurement-service", id, null, null));
    }

    /** One statement, however many were sent. */
    private static void mark(Connection connection, List<Unsent> sent, String update) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            List<Object> columns = new ArrayList<>();
            columns.add(Rows.column(connection, "int8", sent, Unsent::revision));
            for (int i = 0; i < sent.getFirst().key().size(); i++) {
                int place = i;
                columns.add(Rows.column(connection, "text", sent, unsent -> unsent.key().get(place).toString()));
            }
            Rows.bind(statement, columns.toArray()).executeUpdate();
        }
    }
}
