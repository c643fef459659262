package io.serviceconcept.readiness;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concept.OpenRequirement;
import io.serviceconcept.concept.OpenRequirements;

/** Answers what keeps channels closed from the local copy. */
@ApplicationScoped
class RequirementsHeardOf implements OpenRequirements {

    @Override
    public List<OpenRequirement> blocking(String organisation, String concept, String channel) {
        return KnownRequirement.blocking(organisation, concept, channel).stream()
                .map(known -> new OpenRequirement(known.requirement, known.name, known.department, known.owner,
                        known.dueDate))
                .toList();
    }
}
