package io.serviceconcept.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.PublishedPhase;
import io.serviceconcept.journey.JourneyEvent.PublishedTouchpoint;

/** The state of a journey, as far as decisions and its own page need it. */
sealed interface Journey {

    /** Nothing is stored under this id. */
    record Absent() implements Journey {
    }

    /**
     * @param published what other services know of it, null when they know nothing
     */
    record Mapped(JourneyOutline outline, Phases phases, @Nullable Published published) implements Journey {

        static Mapped created(JourneyOutline outline) {
            return new Mapped(outline, Phases.NONE, null);
        }

        Mapped outlined(JourneyOutline newOutline) {
            return new Mapped(newOutline, phases, published);
        }

        Mapped with(Phases newPhases) {
            return new Mapped(outline, newPhases, published);
        }

        Mapped published(Published content) {
            return new Mapped(outline, phases, content);
        }

        /** The needs that its touchpoints name. */
        Set<UUID> needs() {
            return phases.list().stream().flatMap(phase -> phase.touchpoints().stream())
                    .flatMap(touchpoint -> touchpoint.content().needs().stream()).collect(Collectors.toSet());
        }

        /** The same with the needs that are there instead of those that were merged or split. */
        Mapped following(Map<UUID, List<UUID>> instead) {
            return instead.isEmpty() ? this
                    : new Mapped(outline, new Phases(phases.list().stream().map(phase -> phase.following(instead)).toList()),
                            published);
        }

        /** What would be published now. */
        Published publication() {
            String service = outline.service();
            return new Published(outline.concept(), outline.name(), outline.kind(), outline.groups(),
                    phases.list().stream().map(Mapped::publication).toList(),
                    service == null || service.isBlank() ? null : service);
        }

        boolean isPublished() {
            return published != null;
        }

        /** Whether other services know something else than what would be published now. */
        boolean isChangedSincePublication() {
            return published != null && !published.equals(publication());
        }

        private static PublishedPhase publication(Phase phase) {
            List<PublishedTouchpoint> touchpoints = phase.touchpoints().stream()
                    .map(touchpoint -> new PublishedTouchpoint(touchpoint.id(), touchpoint.content().name(),
                            touchpoint.content().channel(), touchpoint.content().needs()))
                    .toList();
            return new PublishedPhase(phase.id(), phase.name(), touchpoints);
        }
    }
}
