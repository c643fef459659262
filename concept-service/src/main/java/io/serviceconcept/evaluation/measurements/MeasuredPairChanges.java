package io.serviceconcept.evaluation.measurements;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A number that is another whenever what customers say of pairs of a need and a channel or a group changes, in a month, of an
 * indicator.
 */
@Entity
@Immutable
@IdClass(MeasuredPairChanges.Key.class)
@Table(name = "measured_pair_changes")
public class MeasuredPairChanges extends PanacheEntityBase {

    @Id
    public String organisation;

    @Id
    public String indicator;

    public long changes;

    /** The primary key. */
    public record Key(String organisation, String indicator) implements Serializable {
    }

    /** While it is what it was, so are the figures that were read after it. */
    public static long of(String organisation, String indicator) {
        return MeasuredPairChanges.<MeasuredPairChanges> findByIdOptional(new Key(organisation, indicator))
                .map(known -> known.changes).orElse(0L);
    }
}
