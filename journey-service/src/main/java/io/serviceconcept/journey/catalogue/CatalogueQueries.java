package io.serviceconcept.journey.catalogue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.panache.common.Parameters;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/** Reads the list of journeys, ordered by name. */
@ApplicationScoped
class CatalogueQueries {

    private static final int ID_LENGTH = 36;

    /**
     * @param concept only the journeys of this concept, null for all
     * @param after the sort key of the last journey that was seen, null to begin
     */
    List<CatalogueRow> list(String organisation, @Nullable UUID concept, @Nullable String after, int limit) {
        StringBuilder where = new StringBuilder("organisation = :organisation");
        Parameters parameters = Parameters.with("organisation", organisation);
        if (concept != null) {
            where.append(" and concept = :concept");
            parameters.and("concept", concept);
        }
        if (after != null) {
            where.append(" and (name > :name or name = :name and journey > :journey)");
            parameters.and("name", name(after)).and("journey", journey(after));
        }
        return CatalogueRow.<CatalogueRow> find(where + " order by name, journey", parameters).range(0, limit - 1).list();
    }

    /** The name alone is not unique: the id before it is, and it has a fixed length. */
    static String sortKey(CatalogueRow row) {
        return row.journey + row.name;
    }

    private static String name(String sortKey) {
        return sortKey.substring(Math.min(ID_LENGTH, sortKey.length()));
    }

    private static UUID journey(String sortKey) {
        try {
            return UUID.fromString(sortKey.substring(0, Math.min(ID_LENGTH, sortKey.length())));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("?cursor", "is of another list");
        }
    }
}
