package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.serviceconcept.concept.ConceptRejection.BlockingReason;

/** Whether a draft hangs together well enough to be proposed, and if not, every reason why. */
final class Coherence {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.5");

    private final List<BlockingReason> reasons = new ArrayList<>();
    private final Map<String, String> foreignNames = new HashMap<>();

    private Coherence(List<IndicatorDefinition> foreign) {
        foreign.forEach(one -> foreignNames.put(one.id(), one.name()));
    }

    static List<BlockingReason> blockingReasons(Draft draft, Set<String> knownIndicators) {
        Coherence coherence = new Coherence(draft.foreign());
        Parts parts = draft.parts();
        coherence.pyramid(parts);
        coherence.groups(parts.groups());
        parts.objectives().forEach(objective -> coherence.objective(objective, knownIndicators));
        parts.serviceLevels().forEach(level -> coherence.serviceLevel(level, knownIndicators));
        return List.copyOf(coherence.reasons);
    }

    private void pyramid(Parts parts) {
        if (parts.layers().isEmpty()) {
            block("no-layer", "The service pyramid has no layer.");
        }
        Map<Integer, List<Layer>> byPosition = parts.layers().stream()
                .collect(Collectors.groupingBy(Layer::position, TreeMap::new, Collectors.toList()));
        byPosition.values().stream().filter(layers -> layers.size() > 1).forEach(this::shared);
        parts.channels().stream().filter(channel -> channel.layer() == null)
                .forEach(channel -> block("channel-without-layer", "is in no layer", channel));
    }

    private void shared(List<Layer> layers) {
        String names = layers.stream().map(layer -> '"' + layer.name() + '"').collect(Collectors.joining(", "));
        block("layers-share-position", "The layers " + names + " share position " + layers.getFirst().position()
                + "; each has a place of its own in the pyramid.");
    }

    private void groups(List<CustomerGroup> groups) {
        if (groups.isEmpty()) {
            block("no-customer-group", "There is no customer group.");
            return;
        }
        groups.stream().filter(group -> group.homeLayer() == null)
                .forEach(group -> block("group-without-home-layer", "has no home layer", group));
        BigDecimal sum = groups.stream().map(CustomerGroup::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(WHOLE).abs().compareTo(TOLERANCE) > 0) {
            block("shares-not-100", "The shares of the customer groups add up to " + sum.toPlainString()
                    + " %; 100 % is needed, give or take 0.5.");
        }
    }

    private void objective(Objective objective, Set<String> knownIndicators) {
        String indicator = objective.indicator();
        if (indicator == null) {
            block("objective-without-indicator", "has no indicator", objective);
        } else if (!knownIndicators.contains(indicator)) {
            block("unknown-indicator", unknown(indicator), objective);
        }
        if (objective.target() == null) {
            block("objective-without-target", "has no target", objective);
        }
        if (objective.window() == null) {
            block("objective-without-window", "has no window", objective);
        }
        if (objective.dueDate() == null) {
            block("objective-without-due-date", "has no due date", objective);
        }
    }

    private void serviceLevel(ServiceLevel level, Set<String> knownIndicators) {
        String indicator = level.indicator();
        if (indicator == null) {
            block("service-level-without-indicator", "has no indicator", level);
        } else if (!knownIndicators.contains(indicator)) {
            block("unknown-indicator", unknown(indicator), level);
        }
        if (level.norm() == null) {
            block("service-level-without-norm", "has no norm", level);
        }
        if (level.window() == null) {
            block("service-level-without-window", "has no window", level);
        }
    }

    private String unknown(String indicator) {
        String name = foreignNames.get(indicator);
        return name == null ? "names an indicator that is not known"
                : "names an indicator of where the concept was imported from, \"" + name + "\": define it and name that";
    }

    private void block(String code, String message) {
        reasons.add(new BlockingReason(code, message, null));
    }

    private void block(String code, String what, Part part) {
        String kind = part.partKind().word();
        reasons.add(new BlockingReason(code, "The " + kind + " \"" + part.name() + "\" " + what + ".", part.id()));
    }
}
