package io.serviceconcept.journeys;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of touchpoints and journeys.
 *
 * @param needs of touchpoints at which exactly one need is at stake
 * @param services of touchpoints, where their journeys tell
 * @param journeys the services of journeys
 */
public record KnownTouchpoints(Map<String, String> needs, Map<String, String> services, Map<String, String> journeys) {

    public static final KnownTouchpoints NONE = new KnownTouchpoints(Map.of(), Map.of(), Map.of());

    public @Nullable String need(@Nullable String touchpoint) {
        return touchpoint == null ? null : needs.get(touchpoint);
    }

    /** The service of the journey, else of the journey that the touchpoint is part of. */
    public @Nullable String service(@Nullable String journey, @Nullable String touchpoint) {
        String service = journey == null ? null : journeys.get(journey);
        return service != null || touchpoint == null ? service : services.get(touchpoint);
    }
}
