package io.serviceconcept.evaluation.journeys;

import java.io.Serializable;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A touchpoint of a published journey. */
@Entity
@Immutable
@IdClass(JourneyTouchpoint.Key.class)
@Table(name = "journey_touchpoint")
public class JourneyTouchpoint extends PanacheEntityBase {

    @Id
    public String organisation;

    @Id
    public String journey;

    @Id
    public String touchpoint;

    @Column
    public String concept;

    @Column
    public String channel;

    @Column
    public String name;

    /** The primary key. */
    public record Key(String organisation, String journey, String touchpoint) implements Serializable {
    }

    public static List<JourneyTouchpoint> ofConcept(String organisation, String concept) {
        return list("organisation = ?1 and concept = ?2 order by name, touchpoint", organisation, concept);
    }
}
