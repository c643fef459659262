package io.serviceconcept.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.PeriodKind;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;

/** Reads measurement plans. */
@ApplicationScoped
class PlanQueries {

    /** How long a plan of an edition that was succeeded is looked at after its last figure was due. */
    private static final int DAYS_OF_GRACE = 31;

    private static final String PLANS = """
            SELECT p.*, succeeded.last_day, c.source, c.survey, c.question, c.feed, c.frequency, c.owner AS told_owner, c.due_days,
                ARRAY(SELECT r.period_from::text FROM released_result r
                 WHERE r.organisation = p.organisation AND r.indicator = p.indicator
                   AND r.period_kind = coalesce(c.frequency, p.period_kind) AND r.dimension = p.dimension
                   AND r.key = p.key
                   AND (r.state <> 'HIDDEN' OR r.basis = 'REPORTED' OR EXISTS (SELECT 1 FROM release_cell known
                       WHERE known.organisation = r.organisation AND known.indicator = r.indicator
                         AND known.period_kind = r.period_kind AND known.period_from = r.period_from
                         AND known.dimension = r.dimension AND known.key = r.key AND known.n > 0))) AS measured,
                (SELECT max(o.period_from) FROM plan_overdue o
                 WHERE o.organisation = p.organisation AND o.indicator = p.indicator AND o.plan = p.plan
                   AND o.edition = p.edition AND o.frequency = coalesce(c.frequency, p.period_kind)) AS found_overdue,
                (SELECT min(earlier.in_force_from) FROM measurement_plan earlier
                 WHERE earlier.organisation = p.organisation AND earlier.plan = p.plan
                   AND earlier.indicator = p.indicator
                   AND (earlier.in_force_from, earlier.edition) <= (p.in_force_from, p.edition)) AS planned_from
            FROM measurement_plan p LEFT JOIN plan_completion c USING (organisation, plan)
                LEFT JOIN LATERAL (SELECT min(later.in_force_from) - 1 AS last_day FROM edition later
                    WHERE later.organisation = p.organisation AND later.concept = p.concept
                      AND (later.in_force_from, later.edition) > (p.in_force_from, p.edition)) succeeded ON true
            """;

    /** No later edition is in force. */
    private static final String NOT_SUCCEEDED = "(succeeded.last_day IS NULL OR succeeded.last_day >= ?)";

    private static final String NOT_RETIRED = """
            NOT EXISTS (SELECT 1 FROM retired_concept retired
                WHERE retired.organisation = p.organisation AND retired.concept = p.concept)
            """;

    private final AgroalDataSource dataSource;

    PlanQueries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The plans of the editions in force and of those to come, or of one edition; one more than the page holds.
     *
     * @param concept null for all
     * @param edition null for those in force and to come
     * @param indicator null for all
     */
    List<PlannedMeasurement> list(String organisation, @Nullable String concept, @Nullable Integer edition,
            @Nullable String indicator, LocalDate today, PageRequest page) {
        String after = page.after();
        if (after != null && !after.matches("[0-9a-f-]{36}\\|\\d{1,9}")) {
            throw new InvalidInput("?cursor", "was not given out for this list");
        }
        String plan = after == null ? "" : after.substring(0, 36);
        int ofEdition = after == null ? 0 : Integer.parseInt(after.substring(37));
        return read(PLANS + "WHERE p.organisation = ? AND (?::text IS NULL OR p.concept = ?)"
                + " AND (?::text IS NULL OR p.indicator = ?)"
                + " AND (p.edition = ?::int OR ?::int IS NULL AND " + NOT_RETIRED + " AND " + NOT_SUCCEEDED + ")"
                + " AND (p.plan, p.edition) > (?, ?) ORDER BY p.plan, p.edition LIMIT ?", organisation, concept, concept,
                indicator, indicator, edition, edition, today, plan, ofEdition, page.limit() + 1);
    }

    /** The plan of the edition in force, else of the last one; empty when the organisation has no such plan. */
    Optional<PlannedMeasurement> find(String organisation, String plan, LocalDate today) {
        return read(PLANS + "WHERE p.organisation = ? AND p.plan = ?"
                + " ORDER BY p.in_force_from <= ? DESC, p.in_force_from DESC, p.edition DESC LIMIT 1", organisation, plan,
                today).stream().findFirst();
    }

    /**
     * The plans of all editions that are in force where it is this day, whatever day it is where their organisations are,
     * and of those that were succeeded but wait for the figures of their time.
     */
    List<PlannedMeasurement> waiting(LocalDate today) {
        return read(PLANS + "WHERE p.in_force_from <= ? AND " + NOT_RETIRED + " AND (" + NOT_SUCCEEDED
                + " OR greatest(succeeded.last_day, p.derived_on) + coalesce(c.due_days, ?) + ? >= ?)"
                + " ORDER BY p.organisation, p.plan, p.edition", today, today, Completion.USUAL_DUE_DAYS, DAYS_OF_GRACE,
                today);
    }

    private List<PlannedMeasurement> read(String query, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = Rows.bind(statement, values).executeQuery()) {
            List<PlannedMeasurement> plans = new ArrayList<>();
            while (rows.next()) {
                plans.add(plan(rows));
            }
            return plans;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    private static PlannedMeasurement plan(ResultSet rows) throws SQLException {
        return new PlannedMeasurement(rows.getString("organisation"), rows.getString("plan"), rows.getString("concept"),
                rows.getInt("edition"),
                new TimeInForce(Rows.day(rows, "planned_from"), Rows.day(rows, "in_force_from"),
                        rows.getObject("last_day", LocalDate.class)),
                Rows.day(rows, "derived_on"),
                rows.getString("target"), rows.getString("name"), rows.getString("indicator"),
                PeriodKind.valueOf(rows.getString("period_kind")),
                new Slice(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")), rows.getString("owner"),
                completion(rows),
                Rows.texts(rows, "measured").stream().map(Objects::requireNonNull).map(LocalDate::parse)
                        .collect(Collectors.toCollection(TreeSet::new)),
                rows.getObject("found_overdue", LocalDate.class));
    }

    private static @Nullable Completion completion(ResultSet rows) throws SQLException {
        String source = rows.getString("source");
        return source == null ? null
                : new Completion(PlanSource.valueOf(source), rows.getString("survey"), rows.getString("question"),
                        rows.getString("feed"), PeriodKind.valueOf(rows.getString("frequency")),
                        rows.getString("told_owner"), rows.getInt("due_days"));
    }
}
