package io.serviceconcept.survey;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.PageRequest;

/** Reads the list of surveys. */
@ApplicationScoped
class SurveyQueries {

    /** One more than the page holds, so that it knows whether there is a next one. */
    List<SurveyView> list(String organisation, @Nullable String name, PageRequest page) {
        if (name != null && name.indexOf('\0') >= 0) {
            // the database cannot hold such a name, so it does not let itself be asked for one
            return List.of();
        }
        Parameters parameters = Parameters.with("organisation", organisation).and("after",
                page.after() == null ? "" : page.after());
        String query = "organisation = :organisation and id > :after";
        if (name != null) {
            query += " and name = :name";
            parameters = parameters.and("name", name);
        }
        List<SurveyRow> rows = SurveyRow.<SurveyRow> find(query + " order by id", parameters)
                .range(0, page.limit()).list();
        return rows.stream().map(SurveyQueries::view).toList();
    }

    private static SurveyView view(SurveyRow row) {
        return SurveyView.of((SurveyEvent.DrawnUp) SurveyEventTypes.TYPES
                .read(SurveyEventTypes.TYPES.nameOf(SurveyEvent.DrawnUp.class), row.content));
    }
}
