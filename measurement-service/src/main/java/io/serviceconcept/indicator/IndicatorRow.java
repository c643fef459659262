package io.serviceconcept.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A line of the list of indicators, written by {@link IndicatorListProjection}. */
@Entity
@Immutable
@Table(name = "indicator")
class IndicatorRow extends PanacheEntityBase {
    @Id
    public String id = "";
    public String organisation = "";
    public String name = "";
    /** The definition as JSON. */
    public String definition = "";
}
