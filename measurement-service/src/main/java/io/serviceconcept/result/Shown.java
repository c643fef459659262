package io.serviceconcept.result;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Basis;
import io.serviceconcept.figure.Beside;
import io.serviceconcept.figure.Decimals;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Interval;

/**
 * What of a figure may be seen, rounded as it is shown. Two that are equal need no new revision.
 *
 * @param open whether the period can still change by itself
 * @param beside what stands beside the figure
 * @param editions in force at the end of the period, as the keys of slices by edition
 */
record Shown(int definitionVersion, Basis basis, ResultState state, @Nullable Long n, @Nullable BigDecimal figure,
        @Nullable BigDecimal low, @Nullable BigDecimal high, boolean open, Beside beside, List<String> editions) {

    Shown {
        editions = List.copyOf(editions);
    }

    /** Under no edition. */
    Shown(int definitionVersion, Basis basis, ResultState state, @Nullable Long n, @Nullable BigDecimal figure,
            @Nullable BigDecimal low, @Nullable BigDecimal high, boolean open, Beside beside) {
        this(definitionVersion, basis, state, n, figure, low, high, open, beside, List.of());
    }

    /** With nothing beside the figure. */
    Shown(int definitionVersion, Basis basis, ResultState state, @Nullable Long n, @Nullable BigDecimal figure,
            @Nullable BigDecimal low, @Nullable BigDecimal high, boolean open) {
        this(definitionVersion, basis, state, n, figure, low, high, open, Beside.NOTHING);
    }

    static Shown of(Figure figure, int definitionVersion, boolean open) {
        if (figure.hidden()) {
            return hidden(definitionVersion, figure.basis(), open);
        }
        Interval interval = figure.interval();
        return new Shown(definitionVersion, figure.basis(),
                figure.complete() ? ResultState.RELEASED : ResultState.INCOMPLETE, figure.n(),
                Decimals.shown(figure.value()), interval == null ? null : Decimals.shown(interval.low()),
                interval == null ? null : Decimals.shown(interval.high()), open, figure.beside());
    }

    static Shown hidden(int definitionVersion, Basis basis, boolean open) {
        return new Shown(definitionVersion, basis, ResultState.HIDDEN, null, null, null, null, open);
    }

    /** The same of a period that may have been closed since. */
    Shown openOrNot(boolean isOpen) {
        return new Shown(definitionVersion, basis, state, n, figure, low, high, isOpen, beside, editions);
    }

    /** The same under editions. */
    Shown in(List<String> inForce) {
        return new Shown(definitionVersion, basis, state, n, figure, low, high, open, beside, inForce);
    }
}
