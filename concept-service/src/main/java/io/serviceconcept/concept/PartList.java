package io.serviceconcept.concept;

import jakarta.ws.rs.core.MultivaluedMap;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.Place;
import io.serviceconcept.eventsourcing.http.Search;
import io.serviceconcept.eventsourcing.http.Sort;

/**
 * Which parts of one kind are asked for, and in which order.
 *
 * @param named what their names hold, null for any
 * @param query the query parameters, by which {@link PartFilter} goes
 */
record PartList(PartKind kind, Sort sort, @Nullable String named, MultivaluedMap<String, String> query) {

    /**
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput when it cannot be ordered so, or a filter never passes
     */
    static PartList asked(PartKind kind, MultivaluedMap<String, String> query) {
        PartFilter.of(kind).forEach(filter -> filter.check(query.getFirst(filter.name())));
        String q = Search.checked(query.getFirst("q"));
        return new PartList(kind, Sort.of(query.getFirst("sort"), sorts(kind)), q == null ? null : Names.folded(q), query);
    }

    /** Layers have a position, everything has a name; the usual order first. */
    static String[] sorts(PartKind kind) {
        return kind == PartKind.LAYER ? new String[] { "position", "name" } : new String[] { "name" };
    }

    boolean holds(Part part, Parts parts) {
        return (named == null || Names.folded(parts.label(part)).contains(named))
                && PartFilter.of(kind).stream().allMatch(filter -> filter.passes(part, query.getFirst(filter.name())));
    }

    Place place(Part part, Parts parts) {
        String before = part instanceof Layer layer && sort.key().equals("position") ? "%06d ".formatted(layer.position())
                : "";
        return new Place(before + Names.folded(parts.label(part)), part.id());
    }
}
