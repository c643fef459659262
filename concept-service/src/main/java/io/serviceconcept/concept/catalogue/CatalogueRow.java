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

    /** A page of the organisation's concepts by slug, after the one seen last; only the one of that slug when given. */
    static List<CatalogueRow> page(String organisation, @Nullable String slug, @Nullable String after, int limit) {
        if (slug != null) {
            return list("organisation = ?1 and slug = ?2", organisation, slug);
        }
        return CatalogueRow.<CatalogueRow> find("organisation = ?1 and slug > ?2 order by slug", organisation,
                after == null ? "" : after).page(0, limit).list();
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
