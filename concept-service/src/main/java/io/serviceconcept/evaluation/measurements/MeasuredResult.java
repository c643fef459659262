package io.serviceconcept.evaluation.measurements;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A figure of an indicator for a period and a slice, as it was released last. */
@Entity
@Immutable
@IdClass(MeasuredResult.Key.class)
@Table(name = "measured_result")
public class MeasuredResult extends PanacheEntityBase {

    private static final String LATEST_FIGURES = """
            SELECT DISTINCT ON (slice_key) * FROM measured_result
            WHERE organisation = ?1 AND indicator = ?2 AND dimension = ?3 AND period_kind = 'MONTH' AND figure IS NOT NULL
            ORDER BY slice_key, period_from DESC""";

    @Id
    public String organisation;

    @Id
    public String indicator;

    @Id
    public String dimension;

    @Id
    @Column(name = "slice_key")
    public String sliceKey;

    @Id
    @Column(name = "period_kind")
    public String periodKind;

    @Id
    @Column(name = "period_label")
    public String periodLabel;

    @Column(name = "period_from")
    public LocalDate periodFrom;

    @Column(name = "period_to")
    public LocalDate periodTo;

    @Column
    public String state;

    public @Nullable Long n;

    public @Nullable BigDecimal figure;

    public @Nullable BigDecimal low;

    public @Nullable BigDecimal high;

    /** The primary key. */
    public record Key(String organisation, String indicator, String dimension, String sliceKey, String periodKind,
            String periodLabel) implements Serializable {
    }

    /** The results of the latest month of each channel. */
    public static List<MeasuredResult> latestMonthPerChannel(String organisation, String indicator) {
        return list("""
                from MeasuredResult result
                where result.organisation = ?1 and result.indicator = ?2 and result.dimension = 'CHANNEL'
                and result.periodKind = 'MONTH' and result.periodFrom = (select max(other.periodFrom)
                    from MeasuredResult other where other.organisation = ?1 and other.indicator = ?2
                    and other.dimension = 'CHANNEL' and other.periodKind = 'MONTH'
                    and other.sliceKey = result.sliceKey)""", organisation, indicator);
    }

    /** The results of a dimension of the latest month of each slice of which a figure was released. Reads every month once. */
    public static List<MeasuredResult> latestFigures(String organisation, String indicator, String dimension) {
        return getEntityManager().createNativeQuery(LATEST_FIGURES, MeasuredResult.class).setParameter(1, organisation)
                .setParameter(2, indicator).setParameter(3, dimension).getResultList();
    }
}
