package io.serviceconcept.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Decider;
import io.serviceconcept.eventsourcing.Decision;
import io.serviceconcept.journey.Journey.Absent;
import io.serviceconcept.journey.Journey.Mapped;
import io.serviceconcept.journey.JourneyCommand.AddPhase;
import io.serviceconcept.journey.JourneyCommand.AddTouchpoint;
import io.serviceconcept.journey.JourneyCommand.ChangeOutline;
import io.serviceconcept.journey.JourneyCommand.ChangePhase;
import io.serviceconcept.journey.JourneyCommand.ChangeTouchpoint;
import io.serviceconcept.journey.JourneyCommand.Create;
import io.serviceconcept.journey.JourneyCommand.Publish;
import io.serviceconcept.journey.JourneyCommand.RemovePhase;
import io.serviceconcept.journey.JourneyCommand.RemoveTouchpoint;
import io.serviceconcept.journey.JourneyEvent.Created;
import io.serviceconcept.journey.JourneyEvent.OutlineChanged;
import io.serviceconcept.journey.JourneyEvent.PhaseAdded;
import io.serviceconcept.journey.JourneyEvent.PhaseMoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRemoved;
import io.serviceconcept.journey.JourneyEvent.PhaseRenamed;
import io.serviceconcept.journey.JourneyEvent.Published;
import io.serviceconcept.journey.JourneyEvent.TouchpointAdded;
import io.serviceconcept.journey.JourneyEvent.TouchpointChanged;
import io.serviceconcept.journey.JourneyEvent.TouchpointMoved;
import io.serviceconcept.journey.JourneyEvent.TouchpointRemoved;

/** The rules of a journey. Whether what it refers to exists is known elsewhere and asked before. */
final class JourneyDecider implements Decider<JourneyCommand, Journey, JourneyEvent, JourneyRejection> {

    /** The most phases of a journey, and the most touchpoints over all of them. */
    static final int LIMIT = 200;

    @Override
    public Journey initial() {
        return new Absent();
    }

    @Override
    public Decision<JourneyEvent, JourneyRejection> decide(JourneyCommand command, Journey state) {
        return switch (state) {
            case Absent absent when command instanceof Create create -> Decision.accepted(new Created(create.outline()));
            case Absent absent -> Decision.rejected(new JourneyRejection.NoSuchJourney());
            case Mapped journey -> decide(command, journey);
        };
    }

    private Decision<JourneyEvent, JourneyRejection> decide(JourneyCommand command, Mapped journey) {
        return switch (command) {
            case Create create -> Decision.rejected(new JourneyRejection.JourneyExists());
            case ChangeOutline change -> changeOutline(change.outline(), journey);
            case AddPhase add -> addPhase(add, journey.phases());
            case ChangePhase change -> changePhase(change, journey.phases());
            case RemovePhase remove -> removePhase(remove.phase(), journey.phases());
            case AddTouchpoint add -> addTouchpoint(add, journey.phases());
            case ChangeTouchpoint change -> changeTouchpoint(change, journey.phases());
            case RemoveTouchpoint remove -> journey.phases().touchpoint(remove.touchpoint()).isPresent()
                    ? Decision.accepted(new TouchpointRemoved(remove.touchpoint()))
                    : Decision.rejected(new JourneyRejection.NoSuchTouchpoint(remove.touchpoint()));
            case Publish publish -> publish(journey.following(publish.instead()));
        };
    }

    private static Decision<JourneyEvent, JourneyRejection> publish(Mapped journey) {
        return journey.isPublished() && !journey.isChangedSincePublication() ? Decision.accepted()
                : Decision.accepted(journey.publication());
    }

    private static Decision<JourneyEvent, JourneyRejection> changeOutline(JourneyOutline outline, Mapped journey) {
        if (!outline.concept().equals(journey.outline().concept())) {
            return Decision.rejected(new JourneyRejection.ConceptIsFixed(journey.outline().concept()));
        }
        return outline.equals(journey.outline()) ? Decision.accepted() : Decision.accepted(new OutlineChanged(outline));
    }

    private static Decision<JourneyEvent, JourneyRejection> addPhase(AddPhase add, Phases phases) {
        int last = phases.list().size() + 1;
        if (last > LIMIT) {
            return Decision.rejected(new JourneyRejection.TooManyParts(LIMIT));
        }
        return at(add.position(), last, last, position -> List.of(new PhaseAdded(add.phase(), add.name(), position)));
    }

    private static Decision<JourneyEvent, JourneyRejection> changePhase(ChangePhase change, Phases phases) {
        Optional<Phase> known = phases.phase(change.phase());
        if (known.isEmpty()) {
            return Decision.rejected(new JourneyRejection.NoSuchPhase(change.phase()));
        }
        int old = phases.position(change.phase());
        return at(change.position(), old, phases.list().size(), position -> {
            List<JourneyEvent> events = new ArrayList<>();
            if (!known.get().name().equals(change.name())) {
                events.add(new PhaseRenamed(change.phase(), change.name()));
            }
            if (position != old) {
                events.add(new PhaseMoved(change.phase(), position));
            }
            return events;
        });
    }

    private static Decision<JourneyEvent, JourneyRejection> removePhase(PhaseId id, Phases phases) {
        Optional<Phase> known = phases.phase(id);
        if (known.isEmpty()) {
            return Decision.rejected(new JourneyRejection.NoSuchPhase(id));
        }
        List<TouchpointId> touchpoints = known.get().touchpoints().stream().map(Touchpoint::id).toList();
        return touchpoints.isEmpty()
                ? Decision.accepted(new PhaseRemoved(id))
                : Decision.rejected(new JourneyRejection.PhaseNotEmpty(id, touchpoints));
    }

    private static Decision<JourneyEvent, JourneyRejection> addTouchpoint(AddTouchpoint add, Phases phases) {
        Optional<Phase> phase = phases.phase(add.phase());
        if (phase.isEmpty()) {
            return Decision.rejected(new JourneyRejection.UnknownPhase(add.phase()));
        }
        if (phases.touchpointCount() == LIMIT) {
            return Decision.rejected(new JourneyRejection.TooManyParts(LIMIT));
        }
        int last = phase.get().touchpoints().size() + 1;
        return at(add.position(), last, last,
                position -> List.of(new TouchpointAdded(add.touchpoint(), add.phase(), position, add.content())));
    }

    private static Decision<JourneyEvent, JourneyRejection> changeTouchpoint(ChangeTouchpoint change, Phases phases) {
        Optional<Phases.Placed> known = phases.touchpoint(change.touchpoint());
        if (known.isEmpty()) {
            return Decision.rejected(new JourneyRejection.NoSuchTouchpoint(change.touchpoint()));
        }
        Optional<Phase> to = phases.phase(change.phase());
        if (to.isEmpty()) {
            return Decision.rejected(new JourneyRejection.UnknownPhase(change.phase()));
        }
        Phases.Placed old = known.get();
        boolean stays = old.phase().id().equals(change.phase());
        int last = to.get().touchpoints().size() + (stays ? 0 : 1);
        return at(change.position(), stays ? old.position() : last, last, position -> {
            List<JourneyEvent> events = new ArrayList<>();
            if (!old.touchpoint().content().equals(change.content())) {
                events.add(new TouchpointChanged(change.touchpoint(), change.content()));
            }
            if (!stays || position != old.position()) {
                events.add(new TouchpointMoved(change.touchpoint(), change.phase(), position));
            }
            return events;
        });
    }

    private static Decision<JourneyEvent, JourneyRejection> at(@Nullable Integer wanted, int otherwise, int last,
            Placement placement) {
        int position = wanted == null ? otherwise : wanted;
        return position < 1 || position > last
                ? Decision.rejected(new JourneyRejection.PositionOutOfRange(position, last))
                : Decision.accepted(placement.at(position));
    }

    private interface Placement {
        List<JourneyEvent> at(int position);
    }

    @Override
    public Journey evolve(Journey state, JourneyEvent event) {
        return switch (state) {
            case Absent absent when event instanceof Created created -> Mapped.created(created.outline());
            case Absent absent -> throw impossible(event);
            case Mapped journey -> evolve(journey, event);
        };
    }

    private static Journey evolve(Mapped journey, JourneyEvent event) {
        Phases phases = journey.phases();
        return switch (event) {
            case Created created -> throw impossible(event);
            case OutlineChanged changed -> journey.outlined(changed.outline());
            case PhaseAdded added -> journey.with(phases.add(new Phase(added.phase(), added.name(), List.of()),
                    added.position()));
            case PhaseRenamed renamed -> journey.with(phases.rename(renamed.phase(), renamed.name()));
            case PhaseMoved moved -> journey.with(phases.move(moved.phase(), moved.position()));
            case PhaseRemoved removed -> journey.with(phases.remove(removed.phase()));
            case TouchpointAdded added -> journey.with(phases.add(new Touchpoint(added.touchpoint(), added.content()),
                    added.phase(), added.position()));
            case TouchpointChanged changed -> journey.with(phases.change(changed.touchpoint(), changed.content()));
            case TouchpointMoved moved -> journey.with(phases.move(moved.touchpoint(), moved.phase(), moved.position()));
            case TouchpointRemoved removed -> journey.with(phases.remove(removed.touchpoint()));
            case Published published -> journey.published(published);
        };
    }

    private static IllegalStateException impossible(JourneyEvent event) {
        return new IllegalStateException("cannot follow here: " + event.getClass().getSimpleName());
    }
}
