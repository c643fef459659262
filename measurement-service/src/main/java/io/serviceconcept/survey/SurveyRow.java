package io.serviceconcept.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A line of the list of surveys, written by {@link SurveyListProjection}. */
@Entity
@Immutable
@Table(name = "survey")
class SurveyRow extends PanacheEntityBase {
    @Id
    public String id = "";
    public String organisation = "";
    public String name = "";
    /** The event of the newest version, by its name. */
    @Column(name = "content_type")
    public String contentType = "";

    /** The same as JSON. */
    public String content = "";
}
