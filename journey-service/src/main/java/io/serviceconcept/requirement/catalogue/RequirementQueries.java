package io.serviceconcept.requirement.catalogue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;
import io.serviceconcept.requirement.RequirementState;

/** Reads the list of requirements. */
@ApplicationScoped
class RequirementQueries {

    /**
     * Which requirements are asked for; null leaves a filter out.
     *
     * @param owner the person who sees to it, capitals make no difference
     * @param named what their names hold, capitals make no difference
     */
    record Filter(@Nullable UUID concept, @Nullable UUID channel, @Nullable UUID journey, @Nullable RequirementState state,
            @Nullable String owner, @Nullable String named) {
    }

    /**
     * @param after the place of the last requirement that was seen, null to begin
     */
    List<RequirementRow> list(String organisation, Filter filter, Sort sort, @Nullable Place after, int limit) {
        StringBuilder where = new StringBuilder("organisation = :organisation");
        Parameters parameters = Parameters.with("organisation", organisation);
        and(where, parameters, "concept", filter.concept());
        and(where, parameters, "channel", filter.channel());
        and(where, parameters, "journey", filter.journey());
        and(where, parameters, "state", filter.state());
        if (filter.owner() != null) {
            where.append(" and lower(owner) = lower(:owner)");
            parameters.and("owner", filter.owner());
        }
        if (filter.named() != null) {
            where.append(" and lower(name) like lower(:named) escape '!'");
            parameters.and("named", Search.pattern(filter.named()));
        }
        if (after != null) {
            where.append(" and ").append(sort.beyond("requirement"));
            parameters.and("key", after.key()).and("after", after.uuid());
        }
        return RequirementRow.<RequirementRow> find(where + sort.orderBy("requirement"), parameters).range(0, limit - 1)
                .list();
    }

    private static void and(StringBuilder where, Parameters parameters, String field, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(field).append(" = :").append(field);
            parameters.and(field, value);
        }
    }
}
