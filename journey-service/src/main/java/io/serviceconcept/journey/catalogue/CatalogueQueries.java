package io.serviceconcept.journey.catalogue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.journey.JourneyKind;

/** Reads the list of journeys. */
@ApplicationScoped
class CatalogueQueries {

    /**
     * Which journeys are asked for; null leaves a filter out.
     *
     * @param named what their names hold, capitals make no difference
     */
    record Filter(@Nullable UUID concept, @Nullable JourneyKind kind, @Nullable String named) {
    }

    /**
     * @param after the place of the last journey that was seen, null to begin
     */
    List<CatalogueRow> list(String organisation, Filter filter, Sort sort, @Nullable Place after, int limit) {
        StringBuilder where = new StringBuilder("organisation = :organisation");
        Parameters parameters = Parameters.with("organisation", organisation);
        if (filter.concept() != null) {
            where.append(" and concept = :concept");
            parameters.and("concept", filter.concept());
        }
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            parameters.and("kind", filter.kind());
        }
        if (filter.named() != null) {
            where.append(" and lower(name) like lower(:named) escape '!'");
            parameters.and("named", Search.pattern(filter.named()));
        }
        if (after != null) {
            where.append(" and ").append(sort.beyond("journey"));
            parameters.and("key", after.key()).and("after", after.uuid());
        }
        return CatalogueRow.<CatalogueRow> find(where + sort.orderBy("journey"), parameters).range(0, limit - 1).list();
    }
}
