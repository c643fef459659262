package io.serviceconcept.journeys;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of touchpoints and journeys.
 *
 * @param needs of touchpoints at which exactly one need is at stake
 * @param journeys that touchpoints are part of
 * @param services of journeys, where they tell
 */
public record KnownTouchpoints(Map<String, String> needs, Map<String, String> journeys, Map<String, String> services) {

    public static final KnownTouchpoints NONE = new KnownTouchpoints(Map.of(), Map.of(), Map.of());

    public @Nullable String need(@Nullable String touchpoint) {
        return touchpoint == null ? null : needs.get(touchpoint);
    }

    /** The journey that was told, else the one that the touchpoint is part of. */
    public @Nullable String journey(@Nullable String told, @Nullable String touchpoint) {
        return told != null || touchpoint == null ? told : journeys.get(touchpoint);
    }

    /** The service of the journey, else of the journey that the touchpoint is part of. */
    public @Nullable String service(@Nullable String journey, @Nullable String touchpoint) {
        String service = journey == null ? null : services.get(journey);
        String of = touchpoint == null ? null : journeys.get(touchpoint);
        return service != null || of == null ? service : services.get(of);
    }
}
