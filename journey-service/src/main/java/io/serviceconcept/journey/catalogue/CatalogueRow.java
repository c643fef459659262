package io.serviceconcept.journey.catalogue;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.serviceconcept.journey.JourneyKind;

/** A journey in the list; {@link CatalogueProjection} writes it. */
@Entity
@Immutable
@Table(name = "journey_catalogue")
class CatalogueRow extends PanacheEntityBase {

    @Id
    public UUID journey;

    @Column
    public String organisation;

    @Column
    public UUID concept;

    @Column
    public String name;

    @Column
    @Enumerated(EnumType.STRING)
    public JourneyKind kind;

    @Column
    public @Nullable String service;

    @Column
    public boolean published;

    @Column
    public long version;
}
