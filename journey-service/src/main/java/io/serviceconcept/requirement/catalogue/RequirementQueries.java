package io.serviceconcept.requirement.catalogue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.requirement.RequirementState;

/** Reads the list of requirements, ordered by name. */
@ApplicationScoped
class RequirementQueries {

    private static final int ID_LENGTH = 36;

    /**
     * Which requirements are asked for; null leaves a filter out.
     *
     * @param owner the person who sees to it, capitals make no difference
     */
    record Filter(@Nullable UUID concept, @Nullable UUID channel, @Nullable UUID journey, @Nullable RequirementState state,
            @Nullable String owner) {
    }

    /**
     * @param after the sort key of the last requirement that was seen, null to begin
     */
    List<RequirementRow> list(String organisation, Filter filter, @Nullable String after, int limit) {
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
        if (after != null) {
            where.append(" and (name > :name or name = :name and requirement > :requirement)");
            parameters.and("name", name(after)).and("requirement", requirement(after));
        }
        return RequirementRow.<RequirementRow> find(where + " order by name, requirement", parameters).range(0, limit - 1)
                .list();
    }

    private static void and(StringBuilder where, Parameters parameters, String field, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(field).append(" = :").append(field);
            parameters.and(field, value);
        }
    }

    /** The name alone is not unique: the id before it is, and it has a fixed length. */
    static String sortKey(RequirementRow row) {
        return row.requirement + row.name;
    }

    private static String name(String sortKey) {
        return sortKey.substring(Math.min(ID_LENGTH, sortKey.length()));
    }

    private static UUID requirement(String sortKey) {
        try {
            return UUID.fromString(sortKey.substring(0, Math.min(ID_LENGTH, sortKey.length())));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("?cursor", "is of another list");
        }
    }
}
