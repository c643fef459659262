package io.serviceconcept.survey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.jdbc.Rows;

/** Reads the list of surveys, and what their versions feed. */
@ApplicationScoped
class SurveyQueries {

    private final AgroalDataSource dataSource;

    SurveyQueries(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A page, and one more so that it knows whether there is a next one.
     *
     * @param name the whole name, null for any
     * @param named what their names hold, null for any
     */
    List<SurveyView> list(String organisation, @Nullable String name, @Nullable String named, Sort sort, PageRequest page) {
        if (name != null && name.indexOf('\0') >= 0) {
            // the database cannot hold such a name, so it does not let itself be asked for one
            return List.of();
        }
        Parameters parameters = Parameters.with("organisation", organisation);
        StringBuilder where = new StringBuilder("organisation = :organisation");
        if (name != null) {
            where.append(" and name = :name");
            parameters.and("name", name);
        }
        if (named != null) {
            where.append(" and lower(name) like lower(:named) escape '!'");
            parameters.and("named", Search.pattern(named));
        }
        Place after = page.place(sort);
        if (after != null) {
            where.append(" and ").append(sort.beyond("id"));
            parameters.and("key", after.key()).and("after", after.id());
        }
        List<SurveyRow> rows = SurveyRow.<SurveyRow> find(where + sort.orderBy("id"), parameters)
                .range(0, page.limit()).list();
        return rows.stream().map(SurveyQueries::view).toList();
    }

    private static SurveyView view(SurveyRow row) {
        return SurveyView.of((SurveyEvent) SurveyEventTypes.TYPES.read(row.contentType, row.content));
    }

    SortedSet<Instant> breaks(String organisation, String indicator) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT DISTINCT in_use_from FROM survey_feed
                        WHERE organisation = ? AND indicator = ? AND breaks
                        """);
                ResultSet rows = Rows.bind(statement, organisation, indicator).executeQuery()) {
            SortedSet<Instant> breaks = new TreeSet<>();
            while (rows.next()) {
                breaks.add(rows.getObject(1, OffsetDateTime.class).toInstant());
            }
            return breaks;
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }

    int releaseStep(String organisation, String indicator) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT coalesce(max(release_step), 1) FROM survey_feed WHERE organisation = ? AND indicator = ?
                        """);
                ResultSet rows = Rows.bind(statement, organisation, indicator).executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
    }
}
