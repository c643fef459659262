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

    /** The primary key. */
    public record Key(String organisation, String indicator) implements Serializable {
    }

    public static List<KnownIndicator> among(String organisation, Collection<String> indicators) {
        return indicators.isEmpty() ? List.of()
                : list("organisation = ?1 and indicator in ?2", organisation, indicators);
    }

    /** The indicator of customer satisfaction of a concept. */
    public static Optional<KnownIndicator> satisfactionOf(String organisation, String concept) {
        return KnownIndicator.<KnownIndicator> find("organisation = ?1 and satisfactionOf = ?2 order by indicator",
                organisation, concept).firstResultOptional();
    }
}
