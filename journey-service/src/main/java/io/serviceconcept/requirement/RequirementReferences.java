package io.serviceconcept.requirement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.ConceptParts;
import io.serviceconcept.concepts.ConceptQueries;
import io.serviceconcept.eventsourcing.http.Violation;
import io.serviceconcept.journey.JourneyParts;

/** Finds what a requirement refers to and neither the concept, as far as we know it, nor the journey has. */
@ApplicationScoped
class RequirementReferences {

    private static final String UNKNOWN = "not in the draft of the concept, nor in its edition in force";

    private final ConceptQueries concepts;
    private final JourneyParts journeys;

    RequirementReferences(ConceptQueries concepts, JourneyParts journeys) {
        this.concepts = concepts;
        this.journeys = journeys;
    }

    /** All that is unknown, with pointers into a body that describes a requirement. */
    List<Violation> unknown(String organisation, Instant now, RequirementOutline outline) {
        Optional<ConceptParts> parts = concepts.parts(organisation, outline.concept(), now);
        if (parts.isEmpty()) {
            return List.of(new Violation("/concept", "the organisation has no such concept"));
        }
        List<Violation> unknown = new ArrayList<>();
        if (outline.channel() != null && !parts.get().channels().contains(outline.channel())) {
            unknown.add(new Violation("/channel", UNKNOWN));
        }
        UUID journey = outline.journey();
        if (journey != null) {
            Optional<Set<UUID>> touchpoints = journeys.touchpoints(organisation, outline.concept(), journey);
            if (touchpoints.isEmpty()) {
                unknown.add(new Violation("/journey", "not a journey of this concept"));
            } else if (outline.touchpoint() != null && !touchpoints.get().contains(outline.touchpoint())) {
                unknown.add(new Violation("/touchpoint", "not a touchpoint of this journey"));
            }
        }
        unknown.addAll(unknown("/needs/", outline.needs(), parts.get().needs()));
        unknown.addAll(unknown("/objectives/", outline.objectives(), parts.get().objectives()));
        return unknown;
    }

    private static List<Violation> unknown(String pointer, List<UUID> references, Set<UUID> known) {
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            if (!known.contains(references.get(i))) {
                unknown.add(new Violation(pointer + i, UNKNOWN));
            }
        }
        return unknown;
    }
}
