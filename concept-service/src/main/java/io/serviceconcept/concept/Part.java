package io.serviceconcept.concept;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a concept with an id, a name that is unique among its kind, and references to other parts. */
public sealed interface Part
        permits Layer, CustomerGroup, Channel, Need, Objective, Service, ServiceLevel, Assumption, Stakeholder, Joint,
        ResearchActivity, Insight {

    String id();

    String name();

    PartKind partKind();

    /** The other parts that this one names. */
    default List<Reference> references() {
        return List.of();
    }

    /**
     * One part naming another.
     *
     * @param pointer where the name stands in the part's JSON, as a JSON Pointer
     */
    record Reference(PartKind kind, String id, String pointer) {

        static List<Reference> optional(PartKind kind, @Nullable String id, String pointer) {
            return id == null ? List.of() : List.of(new Reference(kind, id, pointer));
        }
    }
}
