package io.serviceconcept.privacy;

import java.util.List;

/**
 * Cells that add up to another one. Where a response can lie in several of them they add up to more.
 *
 * @param <C> what names a cell
 */
public record Table<C>(C total, List<C> parts) {

    public Table {
        parts = List.copyOf(parts);
    }
}
