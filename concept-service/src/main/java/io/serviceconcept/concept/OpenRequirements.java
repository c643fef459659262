package io.serviceconcept.concept;

import java.util.List;

/** Which requirements keep channels closed, as far as this service has heard. */
@FunctionalInterface
public interface OpenRequirements {

    /** The open requirements that block a channel, those that are due first come first. */
    List<OpenRequirement> blocking(String organisation, String concept, String channel);
}
