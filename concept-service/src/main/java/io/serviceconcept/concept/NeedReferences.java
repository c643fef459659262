package io.serviceconcept.concept;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.Slice;

/** The parts that name a need, and what they become when other needs take its place. */
final class NeedReferences {

    private NeedReferences() {
    }

    static boolean names(Part part, String need) {
        return part.references().stream()
                .anyMatch(reference -> reference.kind() == PartKind.NEED && reference.id().equals(need));
    }

    /**
     * The parts, with those that name the need naming others instead.
     *
     * @param instead which needs a part names from then on; all but an insight name the first of them
     * @param version the version of the parts that change
     */
    static Parts redirected(Parts parts, String need, Function<Part, List<String>> instead, long version) {
        Parts changed = parts;
        for (Part part : parts.stream().filter(part -> names(part, need)).toList()) {
            changed = changed.with(redirected(part, need, instead.apply(part)), version);
        }
        return changed;
    }

    private static Part redirected(Part part, String need, List<String> instead) {
        String one = instead.getFirst();
        return switch (part) {
            case Need sub -> sub.supporting(one);
            case Objective objective -> new Objective(objective.id(), objective.name(), objective.indicator(),
                    objective.target(), objective.window(), redirected(objective.slice(), need, one), objective.dueDate(),
                    objective.weight(), objective.owner());
            case ServiceLevel level -> new ServiceLevel(level.id(), level.name(), level.promise(), level.service(),
                    level.indicator(), level.norm(), level.window(), redirected(level.slice(), need, one));
            case Insight insight -> new Insight(insight.id(), insight.name(), insight.text(), insight.evidence(),
                    insight.researchActivity(), insight.needs().stream()
                            .flatMap(named -> named.equals(need) ? instead.stream() : Stream.of(named)).distinct().toList());
            default -> throw new IllegalStateException("names no need: " + part.id());
        };
    }

    private static @Nullable Slice redirected(@Nullable Slice slice, String need, String instead) {
        if (slice == null || slice.key() == null) {
            return slice;
        }
        List<PartKind> kinds = slice.dimension().parts();
        String[] ids = slice.key().split("\\|", -1);
        String key = IntStream.range(0, ids.length)
                // a key with too many ids may have been stored once
                .mapToObj(i -> i < kinds.size() && kinds.get(i) == PartKind.NEED && ids[i].equals(need) ? instead : ids[i])
                .collect(Collectors.joining("|"));
        return new Slice(slice.dimension(), key);
    }
}
