package io.serviceconcept.concept;

import java.util.function.BiFunction;

/**
 * What the endpoints need to know of a kind of part.
 *
 * @param segment its place in the address of a concept
 * @param view its representation, from the part and its version
 */
record PartType<P extends Part>(Class<P> type, PartKind kind, String segment, BiFunction<P, Long, Object> view) {

    String location(String concept, String id) {
        return "/v1/concepts/" + concept + '/' + segment + '/' + id;
    }

    Object view(Versioned<Part> part) {
        return view.apply(type.cast(part.value()), part.version());
    }
}
