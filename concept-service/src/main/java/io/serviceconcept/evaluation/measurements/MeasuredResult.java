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
    private static final String LATEST_PER_CHANNEL = """
            SELECT DISTINCT ON (slice_key) * FROM measured_result
            WHERE organisation = ?1 AND indicator = ?2 AND dimension = 'CHANNEL' AND period_kind = 'MONTH'
            ORDER BY slice_key, figure IS NULL, period_from DESC""";

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

    /**
     * Of each channel the result of the latest month of which a figure was released; of one without any figure that of its
     * latest month.
     */
    public static List<MeasuredResult> latestMonthPerChannel(String organisation, String indicator) {
        return getEntityManager().createNativeQuery(LATEST_PER_CHANNEL, MeasuredResult.class).setParameter(1, organisation)
                .setParameter(2, indicator).getResultList();
    }

    /** The results of a dimension of the latest month of each slice of which a figure was released. Reads every month once. */
    public static List<MeasuredResult> latestFigures(String organisation, String indicator, String dimension) {
        return getEntityManager().createNativeQuery(LATEST_FIGURES, MeasuredResult.class).setParameter(1, organisation)
                .setParameter(2, indicator).setParameter(3, dimension).getResultList();
    }
}
