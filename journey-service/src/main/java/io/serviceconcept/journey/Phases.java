package io.serviceconcept.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The phases of a journey and the touchpoints in them, in order. Positions count from 1. */
record Phases(List<Phase> list) {

    static final Phases NONE = new Phases(List.of());

    Phases {
        list = List.copyOf(list);
    }

    /** A touchpoint with the place where it is. */
    record Placed(Phase phase, int position, Touchpoint touchpoint) {
    }

    Optional<Phase> phase(PhaseId id) {
        return list.stream().filter(phase -> phase.id().equals(id)).findFirst();
    }

    /** The place of a phase that is known to be there. */
    int position(PhaseId id) {
        return positionOf(list, phase -> phase.id().equals(id));
    }

    Optional<Placed> touchpoint(TouchpointId id) {
        for (Phase phase : list) {
            for (int i = 0; i < phase.touchpoints().size(); i++) {
                if (phase.touchpoints().get(i).id().equals(id)) {
                    return Optional.of(new Placed(phase, i + 1, phase.touchpoints().get(i)));
                }
            }
        }
        return Optional.empty();
    }

    int touchpointCount() {
        return list.stream().mapToInt(phase -> phase.touchpoints().size()).sum();
    }

    Phases add(Phase phase, int position) {
        return new Phases(inserted(list, phase, position));
    }

    Phases rename(PhaseId id, String name) {
        return replace(id, phase -> phase.renamed(name));
    }

    Phases move(PhaseId id, int position) {
        Phase moved = known(phase(id));
        return new Phases(inserted(without(list, moved), moved, position));
    }

    Phases remove(PhaseId id) {
        return new Phases(without(list, known(phase(id))));
    }

    Phases add(Touchpoint touchpoint, PhaseId to, int position) {
        return replace(to, phase -> phase.with(inserted(phase.touchpoints(), touchpoint, position)));
    }

    Phases change(TouchpointId id, TouchpointContent content) {
        Placed old = known(touchpoint(id));
        return remove(id).add(new Touchpoint(id, content), old.phase().id(), old.position());
    }

    Phases move(TouchpointId id, PhaseId to, int position) {
        return remove(id).add(known(touchpoint(id)).touchpoint(), to, position);
    }

    Phases remove(TouchpointId id) {
        Placed old = known(touchpoint(id));
        return replace(old.phase().id(), phase -> phase.with(without(phase.touchpoints(), old.touchpoint())));
    }

    private Phases replace(PhaseId id, UnaryOperator<Phase> change) {
        Phase old = known(phase(id));
        return new Phases(list.stream().map(phase -> phase == old ? change.apply(phase) : phase).toList());
    }

    private static <T> int positionOf(List<T> parts, Predicate<T> wanted) {
        return parts.indexOf(known(parts.stream().filter(wanted).findFirst())) + 1;
    }

    private static <T> List<T> inserted(List<T> parts, T part, int position) {
        List<T> result = new ArrayList<>(parts);
        result.add(position - 1, part);
        return result;
    }

    private static <T> List<T> without(List<T> parts, T part) {
        List<T> result = new ArrayList<>(parts);
        result.remove(part);
        return result;
    }

    private static <T> T known(Optional<T> part) {
        return part.orElseThrow(() -> new IllegalStateException("an event speaks of a part that is not there"));
    }
}
