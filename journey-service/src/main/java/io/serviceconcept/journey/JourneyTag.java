package io.serviceconcept.journey;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.ETags;
import io.serviceconcept.journey.JourneyView.TouchpointView;

/**
 * The entity tag of a journey and of everything in it: the version of its stream. A channel retires, and needs are
 * merged and split, without a new version of the journeys that use them, so what came of it is in the tag too; a change
 * builds on the version alone.
 */
final class JourneyTag {

    private JourneyTag() {
    }

    static EntityTag of(JourneyView journey) {
        List<UUID> marked = journey.phases().stream().flatMap(phase -> phase.touchpoints().stream())
                .flatMap(JourneyTag::marks).toList();
        return marked.isEmpty()
                ? ETags.of(journey.version())
                : ETags.of(journey.version(), marked.hashCode());
    }

    private static Stream<UUID> marks(TouchpointView touchpoint) {
        return Stream.concat(touchpoint.channelRetired() ? Stream.of(touchpoint.id()) : Stream.empty(),
                touchpoint.replacedNeeds().stream()
                        .flatMap(replaced -> Stream.concat(Stream.of(replaced.need()), replaced.by().stream())));
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
