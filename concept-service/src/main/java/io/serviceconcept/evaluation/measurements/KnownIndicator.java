package io.serviceconcept.evaluation.measurements;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.serviceconcept.concept.IndicatorDefinition;
import io.serviceconcept.concept.IndicatorDefinition.Change;
import io.serviceconcept.concept.IndicatorDefinition.FitAnchors;
import io.serviceconcept.concept.IndicatorDefinition.Measure;
import io.serviceconcept.concept.IndicatorDefinition.Scale;

/** An indicator of measurement-service, as this service heard of it. */
@Entity
@Immutable
@IdClass(KnownIndicator.Key.class)
@Table(name = "known_indicator")
public class KnownIndicator extends PanacheEntityBase {

    @Id
    public String organisation;

    @Id
    public String indicator;

    @Column
    public String name;

    @Column
    public String unit;

    @Column(name = "satisfaction_of")
    public @Nullable String satisfactionOf;

    @Column(name = "anchor_lowest")
    public @Nullable BigDecimal anchorLowest;

    @Column(name = "anchor_norm")
    public @Nullable BigDecimal anchorNorm;

    @Column(name = "anchor_highest")
    public @Nullable BigDecimal anchorHighest;

    /** As all that says how it is computed: null in what was heard before this was kept, until it is defined anew. */
    @Column
    public @Nullable String kind;

    @Column
    public @Nullable String better;

    @Column
    public @Nullable String audience;

    @Column(name = "minimum_n")
    public @Nullable Integer minimumN;

    @Column(name = "scale_min")
    public @Nullable BigDecimal scaleMin;

    @Column(name = "scale_max")
    public @Nullable BigDecimal scaleMax;

    @Column(name = "cut_off")
    public @Nullable BigDecimal cutOff;

    @Column(name = "change_of")
    public @Nullable String changeOf;

    @Column(name = "change_since")
    public @Nullable Integer changeSince;

    /** The primary key. */
    public record Key(String organisation, String indicator) implements Serializable {
    }

    public static List<KnownIndicator> among(String organisation, Collection<String> indicators) {
        return indicators.isEmpty() ? List.of()
                : list("organisation = ?1 and indicator in ?2", organisation, indicators);
    }

    /** Those of which it is known how they are computed, of some kinds. */
    public static List<KnownIndicator> ofKinds(String organisation, Collection<String> kinds) {
        return kinds.isEmpty() ? List.of() : list("organisation = ?1 and kind in ?2", organisation, kinds);
    }

    IndicatorDefinition definition() {
        return new IndicatorDefinition(indicator, name, unit,
                kind == null || better == null || audience == null || minimumN == null ? null
                        : new Measure(kind, better, audience, minimumN,
                                scaleMin == null || scaleMax == null ? null : new Scale(scaleMin, scaleMax),
                                anchorLowest == null || anchorNorm == null || anchorHighest == null ? null
                                        : new FitAnchors(anchorLowest, anchorNorm, anchorHighest),
                                cutOff, changeOf == null || changeSince == null ? null : new Change(changeOf, changeSince)));
    }

    /** The indicator of customer satisfaction of a concept. */
    public static Optional<KnownIndicator> satisfactionOf(String organisation, String concept) {
        return KnownIndicator.<KnownIndicator> find("organisation = ?1 and satisfactionOf = ?2 order by indicator",
                organisation, concept).firstResultOptional();
    }
}
