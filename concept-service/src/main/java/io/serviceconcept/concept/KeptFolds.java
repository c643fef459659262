package io.serviceconcept.concept;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;

/**
 * What was folded from concepts, so that the next reader folds only what happened since: a large concept has ten thousand
 * events, a change of it adds one. Every look asks the log for what is new first, in one read of its index, so what was
 * acknowledged is always seen. Those that are seldom looked at make room. For any number of threads.
 *
 * @param <V> what a concept looks like at a version; never changes
 */
public final class KeptFolds<V> {

    /** Of all concepts together, on each instance: some 30 MB. */
    private static final long MOST_WEIGHT = 100_000;
    /** What a concept weighs before anything happened to it. */
    private static final int OF_A_FOLD = 50;

    private final EventStore store;
    private final Supplier<? extends Fold<V>> empty;
    private final Cache<StreamId, Kept> folds;

    /** @param empty before the first event */
    public KeptFolds(EventStore store, Supplier<? extends Fold<V>> empty) {
        this(store, empty, MOST_WEIGHT);
    }

    KeptFolds(EventStore store, Supplier<? extends Fold<V>> empty, long mostWeight) {
        this.store = store;
        this.empty = empty;
        this.folds = Caffeine.newBuilder().maximumWeight(mostWeight)
                .weigher((StreamId stream, Kept kept) -> kept.weight()).executor(Runnable::run).build();
    }

    /** Folds the events of one concept in place; for one thread at a time. */
    public interface Fold<V> {

        void apply(ConceptEvent event);

        /** As it stands. Asked for once per version. */
        V view();

        /** How much an event adds to what is kept; a fit weighs 1. */
        default int weight(ConceptEvent event) {
            return 1;
        }
    }

    /**
     * @param version of the stream, at least 1
     */
    public record Seen<V>(V view, long version) {
    }

    /**
     * A concept as it is now; empty when nothing is stored. Costs one round trip, and a step for every event since the last
     * look.
     */
    public Optional<Seen<V>> now(StreamId stream) {
        Kept kept = folds.getIfPresent(stream);
        // the last event that is known comes again: a log that was put back does not have it
        if (kept == null || !kept.follow(store.read(stream, kept.version() - 1))) {
            kept = new Kept();
            List<RecordedEvent> all = store.read(stream, 0);
            if (all.isEmpty()) {
                folds.invalidate(stream);
                return Optional.empty();
            }
            kept.follow(all);
        }
        Seen<V> seen = kept.seen();
        // weighed anew: it may have grown
        folds.put(stream, kept);
        return Optional.of(seen);
    }

    /** One concept. */
    private final class Kept {

        private final Fold<V> fold = empty.get();
        private volatile long version;
        private volatile int weight = OF_A_FOLD;
        private @Nullable UUID last;
        private @Nullable Seen<V> seen;

        long version() {
            return version;
        }

        int weight() {
            return weight;
        }

        /**
         * Folds what is new; another reader may have brought some of it already.
         *
         * @param events in order, from the last that was folded or an earlier one
         * @return false when they do not follow what was folded
         */
        synchronized boolean follow(List<RecordedEvent> events) {
            boolean joined = version == 0;
            for (RecordedEvent event : events) {
                if (event.version() == version) {
                    joined = event.id().equals(last);
                } else if (joined && event.version() == version + 1) {
                    add(event);
                }
            }
            return joined || !events.isEmpty() && events.getLast().version() < version;
        }

        private void add(RecordedEvent recorded) {
            ConceptEvent event = (ConceptEvent) recorded.event();
            // what fails halfway follows nothing any more
            last = null;
            fold.apply(event);
            version = recorded.version();
            weight += fold.weight(event);
            last = recorded.id();
            seen = null;
        }

        synchronized Seen<V> seen() {
            Seen<V> known = seen;
            if (known == null) {
                known = new Seen<>(fold.view(), version);
                seen = known;
            }
            return known;
        }
    }
}
