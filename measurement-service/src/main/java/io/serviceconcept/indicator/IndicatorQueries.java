package io.serviceconcept.indicator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.PageRequest;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.jdbc.Rows;

/** Reads the list of indicators. */
@ApplicationScoped
class IndicatorQueries {

    /**
     * A page, and one more so that it knows whether there is a next one.
     *
     * @param name the whole name, null for any
     * @param named what their names hold, null for any
     */
    List<IndicatorView> list(String organisation, @Nullable String name, @Nullable String named, Sort sort, PageRequest page) {
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
        List<IndicatorRow> rows = IndicatorRow.<IndicatorRow> find(where + sort.orderBy("id"), parameters)
                .range(0, page.limit()).list();
        return rows.stream().map(IndicatorQueries::view).toList();
    }

    private static IndicatorView view(IndicatorRow row) {
        return IndicatorView.of(IndicatorEventTypes.definition(row.definition));
    }

    /** The rates of change of an indicator, as they are defined now. */
    List<IndicatorEvent.Defined> changesOf(Connection connection, String organisation, String indicator)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT definition FROM indicator WHERE organisation = ? AND change_of = ? ORDER BY id");
                ResultSet rows = Rows.bind(statement, organisation, indicator).executeQuery()) {
            List<IndicatorEvent.Defined> changes = new ArrayList<>();
            while (rows.next()) {
                changes.add(IndicatorEventTypes.definition(rows.getString("definition")));
            }
            return changes;
        }
    }
}
