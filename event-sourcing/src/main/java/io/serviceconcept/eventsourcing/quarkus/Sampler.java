package io.serviceconcept.eventsourcing.quarkus;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;

/**
 * Figures that are looked up together. When that fails, they are absent until it succeeds again, and nothing else is: an
 * old figure would pass for a new one.
 *
 * @param <T> what is looked up
 */
final class Sampler<T> {

    private static final Logger LOG = Logger.getLogger(Sampler.class);

    private final String what;
    private final Supplier<T> source;
    private final List<Figure<T>> figures;
    private boolean failing;

    /** A figure, and what it is in a sample. */
    record Figure<T>(MultiGauge gauge, Rows<T> rows) {

        @FunctionalInterface
        interface Rows<T> {
            Stream<Row<?>> of(T sample);
        }

        void show(Stream<Row<?>> rows) {
            gauge.register(rows.toList(), true);
        }
    }

    /** @param what as the log calls it */
    @SafeVarargs
    Sampler(String what, Supplier<T> source, Figure<T>... figures) {
        this.what = what;
        this.source = source;
        this.figures = List.copyOf(Arrays.asList(figures));
    }

    /** @return false if it failed; that is said once, until it succeeds again */
    boolean sample() {
        try {
            T sample = source.get();
            figures.forEach(figure -> figure.show(figure.rows().of(sample)));
            if (failing) {
                LOG.infof("the figures of %s are back", what);
            }
            failing = false;
        } catch (Throwable e) {
            // also an Error: a task that throws is never run again
            figures.forEach(figure -> figure.show(Stream.empty()));
            LOG.logf(failing ? Logger.Level.DEBUG : Logger.Level.WARN, e, "the figures of %s cannot be looked up", what);
            failing = true;
        }
        return !failing;
    }
}
