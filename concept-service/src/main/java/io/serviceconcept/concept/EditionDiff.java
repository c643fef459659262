package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two editions, or an edition and the draft, for people to read: parts are named, and only what
 * differs is told. The status of a channel is operational and no part of an edition, so it makes no difference.
 *
 * @param kinds the kinds of content in which something differs; importance and fits are told per pair of parts
 */
record EditionDiff(String concept, DiffSide from, DiffSide to, List<KindDiff> kinds) {

    /**
     * @param edition absent for the draft
     */
    record DiffSide(@Nullable Integer edition, boolean draft, @Nullable LocalDate inForceFrom) {
    }

    record KindDiff(String kind, List<PartDiff> added, List<PartDiff> removed, List<PartDiff> changed) {
    }

    /**
     * @param about the part, or the parts whose relation it is; empty for the direction
     */
    record PartDiff(List<NamedPart> about, List<FieldDiff> fields) {
    }

    record NamedPart(String id, String name) {
    }

    /**
     * @param field where it is within the part, as a JSON Pointer
     * @param before absent when there was nothing; an id of another part is an object with its name beside it
     * @param after absent when there is nothing any more
     */
    record FieldDiff(String field, @Schema(description = "Any JSON") @Nullable Object before,
            @Schema(description = "Any JSON") @Nullable Object after) {
    }
}
