package io.serviceconcept.evaluation.measurements;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
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

/** The verdict on an objective of an edition for one period, as it was judged last. */
@Entity
@Immutable
@IdClass(TargetVerdict.Key.class)
@Table(name = "target_verdict")
public class TargetVerdict extends PanacheEntityBase {

    private static final List<String> JUDGED = List.of("MET", "MISSED", "LIKELY_MET", "LIKELY_MISSED");
    private static final List<String> WITHOUT_FIGURE = List.of("NO_DATA", "OVERDUE");

    @Id
    public String organisation;

    @Id
    public String concept;

    @Id
    public int edition;

    @Id
    public String objective;

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

    public @Nullable Long n;

    public @Nullable BigDecimal figure;

    public @Nullable BigDecimal low;

    public @Nullable BigDecimal high;

    public @Nullable BigDecimal change;

    @Column(name = "baseline_label")
    public @Nullable String baselineLabel;

    @Column(name = "baseline_figure")
    public @Nullable BigDecimal baselineFigure;

    public @Nullable LocalDate through;

    @Column
    public String verdict;

    public boolean provisional;

    @Column(name = "judged_at")
    public Instant judgedAt;

    /** The primary key. */
    public record Key(String organisation, String concept, int edition, String objective, String periodKind,
            String periodLabel) implements Serializable {
    }

    /** The verdicts on the objectives of an edition for the latest period of each in which there was something to judge. */
    public static List<TargetVerdict> latest(String organisation, String concept, int edition) {
        return list("""
                from TargetVerdict judged
                where judged.organisation = ?1 and judged.concept = ?2 and judged.edition = ?3
                and judged.verdict <> 'NO_DATA' and judged.periodFrom = (select max(other.periodFrom)
                    from TargetVerdict other where other.organisation = ?1 and other.concept = ?2
                    and other.edition = ?3 and other.objective = judged.objective and other.verdict <> 'NO_DATA')""",
                organisation, concept, edition);
    }

    /**
     * The verdicts on the targets of an edition for the latest period of each that could be judged: while a period that has
     * begun cannot be judged yet, that is the one before it.
     */
    public static List<TargetVerdict> latestJudged(String organisation, String concept, int edition) {
        return list("""
                from TargetVerdict judged
                where judged.organisation = ?1 and judged.concept = ?2 and judged.edition = ?3
                and judged.verdict in ?4 and judged.periodFrom = (select max(other.periodFrom)
                    from TargetVerdict other where other.organisation = ?1 and other.concept = ?2
                    and other.edition = ?3 and other.objective = judged.objective and other.verdict in ?4)""",
                organisation, concept, edition, JUDGED);
    }

    /**
     * Of each target that has none under this edition: the verdict on the latest period that could be judged, under the last
     * edition before with any.
     */
    static List<TargetVerdict> latestJudgedBefore(String organisation, String concept, int edition) {
        return list("""
                from TargetVerdict judged
                where judged.organisation = ?1 and judged.concept = ?2 and judged.verdict in ?4
                and not exists (select now.objective
                    from TargetVerdict now where now.organisation = ?1 and now.concept = ?2
                    and now.edition = ?3 and now.objective = judged.objective and now.verdict in ?4)
                and judged.edition = (select max(other.edition)
                    from TargetVerdict other where other.organisation = ?1 and other.concept = ?2
                    and other.edition < ?3 and other.objective = judged.objective and other.verdict in ?4)
                and judged.periodFrom = (select max(last.periodFrom)
                    from TargetVerdict last where last.organisation = ?1 and last.concept = ?2
                    and last.edition = judged.edition and last.objective = judged.objective and last.verdict in ?4)""",
                organisation, concept, edition, JUDGED);
    }

    /** Whether its period could be judged. */
    public boolean isJudged() {
        return JUDGED.contains(verdict);
    }

    /** The verdicts on all periods, of whatever edition, in which there was something to judge. */
    public static List<TargetVerdict> withFigure(String organisation, String concept) {
        return list("organisation = ?1 and concept = ?2 and verdict not in ?3", organisation, concept, WITHOUT_FIGURE);
    }
}
