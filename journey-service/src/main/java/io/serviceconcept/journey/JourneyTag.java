package io.serviceconcept.journey;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.journey.JourneyView.TouchpointView;

/**
 * The entity tag of a journey and of everything in it: the version of its stream. A channel retires without a new version
 * of the journeys that use it, so its marks are in the tag too; a change builds on the version alone.
 */
final class JourneyTag {

    private JourneyTag() {
    }

    static EntityTag of(JourneyView journey) {
        List<UUID> marked = journey.phases().stream().flatMap(phase -> phase.touchpoints().stream())
                .filter(TouchpointView::channelRetired).map(TouchpointView::id).toList();
        return marked.isEmpty()
                ? ETags.of(journey.version())
                : ETags.of(journey.version(), marked.hashCode());
    }

    /** The version that a change builds on, from the header {@code If-Match}; see {@link ETags#requiredOfMarked}. */
    static long required(@Nullable String ifMatch) {
        return ETags.requiredOfMarked(ifMatch);
    }

    /** Adding overwrites nothing, so whoever adds may say which version they saw but need not. */
    static OptionalLong optional(@Nullable String ifMatch) {
        return ifMatch == null ? OptionalLong.empty() : OptionalLong.of(required(ifMatch));
    }
}
