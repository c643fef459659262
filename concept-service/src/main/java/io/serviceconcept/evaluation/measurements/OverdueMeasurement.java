package io.serviceconcept.evaluation.measurements;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A figure that was not there when its measurement plan expected it. It stays when the figure comes: that it came is said by
 * the verdict on the period.
 */
@Entity
@Immutable
@IdClass(OverdueMeasurement.Key.class)
@Table(name = "overdue_measurement")
public class OverdueMeasurement extends PanacheEntityBase {

    @Id
    public String organisation;

    @Id
    public String concept;

    @Id
    public int edition;

    /** An objective or a service level. */
    @Id
    public String objective;

    /** MONTH, QUARTER or YEAR. */
    @Id
    @Column(name = "period_kind")
    public String periodKind;

    @Id
    @Column(name = "period_label")
    public String periodLabel;

    @Column(name = "period_to")
    public LocalDate periodTo;

    /** The last day on which the figure would have been in time. */
    @Column
    public LocalDate due;

    /** The primary key. */
    public record Key(String organisation, String concept, int edition, String objective, String periodKind,
            String periodLabel) implements Serializable {
    }

    /** All that was found overdue of a concept, of whatever edition. */
    public static List<OverdueMeasurement> ofConcept(String organisation, String concept) {
        return list("organisation = ?1 and concept = ?2 order by due", organisation, concept);
    }
}
