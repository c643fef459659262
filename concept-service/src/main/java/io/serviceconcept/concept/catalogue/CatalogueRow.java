package io.serviceconcept.concept.catalogue;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import io.serviceconcept.concept.catalogue.CatalogueResource.CatalogueState;
import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;

/** A row of the table that {@link CatalogueProjection} writes; only read here. */
@Entity
@Immutable
@Table(name = "concept_catalogue")
class CatalogueRow extends PanacheEntityBase {

    @Id
    public String concept;

    @Column
    public String organisation;

    @Column
    public String name;

    @Column
    public String slug;

    public @Nullable String description;

    public boolean proposed;

    public boolean retired;

    /** The days from which the editions are in force, the first edition first. */
    @Column(name = "edition_dates")
    public LocalDate[] editionDates;

    public long version;

    /**
     * A page of the organisation's concepts, after the one seen last.
     *
     * @param slug null for any
     * @param named what their names hold, null for any
     * @param state null for any
     */
    static List<CatalogueRow> page(String organisation, @Nullable String slug, @Nullable String named,
            @Nullable CatalogueState state, Sort sort, @Nullable Place after, int limit) {
        StringBuilder where = new StringBuilder("organisation = :organisation");
        Parameters parameters = Parameters.with("organisation", organisation);
        if (slug != null) {
            where.append(" and slug = :slug");
            parameters.and("slug", slug);
        }
        if (named != null) {
            where.append(" and lower(name) like lower(:named) escape '!'");
            parameters.and("named", Search.pattern(named));
        }
        if (state != null) {
            where.append(switch (state) {
                case DRAFT -> " and not proposed and not retired";
                case PROPOSED -> " and proposed and not retired";
                case RETIRED -> " and retired";
            });
        }
        if (after != null) {
            where.append(" and ").append(sort.beyond("slug"));
            parameters.and("key", after.key()).and("after", after.id());
        }
        return CatalogueRow.<CatalogueRow> find(where + sort.orderBy("slug"), parameters).page(0, limit).list();
    }

    Place place(Sort sort) {
        return new Place(sort.key().equals("slug") ? slug : name, slug);
    }

    int editions() {
        return editionDates.length;
    }

    @Nullable
    Integer editionInForce(LocalDate today) {
        if (retired) {
            return null;
        }
        int begun = 0;
        for (LocalDate from : editionDates) {
            begun += from.isAfter(today) ? 0 : 1;
        }
        return begun == 0 ? null : begun;
    }
}
