package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps what was used last, as much as fits; what was not used for longest makes room. For any number of threads.
 *
 * @param <K> what it is kept under
 */
public final class LastUsed<K, V> {

    private final long mostWeight;
    private final ToLongFunction<? super V> weight;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param mostWeight of all together
     * @param weight of one, which may grow while it is kept; some thousand fit
     */
    public LastUsed(long mostWeight, ToLongFunction<? super V> weight) {
        this.mostWeight = mostWeight;
        this.weight = weight;
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps one instead of the one before; what alone is too heavy is not kept. */
    public synchronized void keep(K key, V value) {
        kept.remove(key);
        if (weight.applyAsLong(value) > mostWeight) {
            return;
        }
        kept.put(key, value);
        long total = kept.values().stream().mapToLong(weight).sum();
        for (K unused : new ArrayList<>(kept.keySet())) {
            if (total <= mostWeight) {
                return;
            }
            V forgotten = kept.remove(unused);
            total -= forgotten == null ? 0 : weight.applyAsLong(forgotten);
        }
    }

    public synchronized void forget(K key) {
        kept.remove(key);
    }
}
