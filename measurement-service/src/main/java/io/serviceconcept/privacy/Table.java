package io.serviceconcept.privacy;

import java.util.List;

/**
 * Cells that add up to another one. Where a response can lie in several of them they add up to more.
 *
 * @param hasRest whether the total may hold something besides, that can be subtracted like a part that is withheld
 * @param <C> what names a cell
 */
public record Table<C>(C total, List<C> parts, boolean hasRest) {

    public Table {
        parts = List.copyOf(parts);
    }

    public Table(C total, List<C> parts) {
        this(total, parts, false);
    }
}
