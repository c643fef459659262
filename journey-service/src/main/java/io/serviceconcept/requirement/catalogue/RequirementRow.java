package io.serviceconcept.requirement.catalogue;

import java.time.LocalDate;
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
import io.serviceconcept.requirement.RequirementKind;
import io.serviceconcept.requirement.RequirementState;

/** A requirement in the list; {@link RequirementCatalogueProjection} writes it. */
@Entity
@Immutable
@Table(name = "requirement_catalogue")
class RequirementRow extends PanacheEntityBase {

    @Id
    public UUID requirement;

    @Column
    public String organisation;

    @Column
    public UUID concept;

    @Column
    public String name;

    @Column
    @Enumerated(EnumType.STRING)
    public RequirementKind kind;

    @Column
    public @Nullable UUID channel;

    @Column
    public @Nullable UUID journey;

    @Column
    public @Nullable UUID touchpoint;

    @Column
    public String department;

    @Column
    public @Nullable String owner;

    @Column(name = "due_date")
    public @Nullable LocalDate dueDate;

    @Column
    public boolean blocking;

    @Column
    @Enumerated(EnumType.STRING)
    public RequirementState state;

    @Column
    public long version;
}
