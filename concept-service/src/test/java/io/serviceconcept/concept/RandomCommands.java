package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptCommand.SetDirection;
import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Layer.LayerApproach;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;

/** Commands as people could give them, most of them acceptable. The same random numbers give the same commands. */
final class RandomCommands {

    static final Set<String> INDICATORS = Set.of("indicator-1", "indicator-2");

    private final Random random;

    RandomCommands(Random random) {
        this.random = random;
    }

    /** A command for a concept that is there. */
    ConceptCommand next(Concept concept) {
        Draft draft = concept.draft();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> new AddPart(part(draft, PartKind.values()[random.nextInt(5)], id()));
            case 6, 7, 8 -> change(draft);
            case 9 -> remove(draft);
            case 10, 11 -> importance(draft);
            case 12, 13, 14 -> new AssessFit(some(draft, PartKind.NEED), some(draft, PartKind.CHANNEL),
                    "assessor " + random.nextInt(3), random.nextInt(5), maybe("Because"));
            case 15 -> status(draft);
            case 16 -> new SetDirection(draft.direction().version(),
                    new Direction(maybe("Serve"), maybe("Everywhere"), words(), null, words()));
            case 17 -> new Propose(INDICATORS);
            case 18 -> new Withdraw();
            default -> new Adopt(LocalDate.of(2026, 1, 1).plusDays(draft.nextEdition()), Instant.EPOCH);
        };
    }

    private ConceptCommand change(Draft draft) {
        PartKind kind = PartKind.values()[random.nextInt(5)];
        String id = some(draft, kind);
        return new ChangePart(version(draft, kind, id), part(draft, kind, id));
    }

    private ConceptCommand remove(Draft draft) {
        PartKind kind = PartKind.values()[random.nextInt(5)];
        String id = some(draft, kind);
        return new RemovePart(version(draft, kind, id), kind, id);
    }

    private ConceptCommand status(Draft draft) {
        String channel = some(draft, PartKind.CHANNEL);
        return new ChangeStatus(version(draft, PartKind.CHANNEL, channel), channel,
                ChannelStatus.values()[random.nextInt(4)], null);
    }

    private ConceptCommand importance(Draft draft) {
        String need = some(draft, PartKind.NEED);
        List<Need.Importance> importance = draft.parts().groups().stream().filter(group -> random.nextBoolean())
                .map(group -> given(group.id(), random.nextInt(6), maybe("Interviews"))).toList();
        return new SetImportance(draft.importanceOf(need).version(), need, importance);
    }

    static Need.Importance given(String group, int value, @Nullable String source) {
        return Trees.read(Trees.object().put("group", group).put("value", value).put("source", source)
                .put("date", "2026-02-01"), Need.Importance.class);
    }

    private Part part(Draft draft, PartKind kind, String id) {
        String name = kind.word() + ' ' + random.nextInt(1000);
        return switch (kind) {
            case LAYER -> new Layer(id, name, LayerApproach.values()[random.nextInt(5)], 1 + random.nextInt(9));
            case CUSTOMER_GROUP -> new CustomerGroup(id, name, maybe("Some people"),
                    share(), SkillLevel.HIGH, SkillLevel.LOW, words(),
                    perhaps(draft, PartKind.LAYER), ids(draft, PartKind.LAYER),
                    ids(draft, PartKind.CHANNEL).stream().map(channel -> new UnusableChannel(channel, "No camera")).toList());
            case CHANNEL -> new Channel(id, name, "WEB", perhaps(draft, PartKind.LAYER), words(),
                    random.nextBoolean() ? new BigDecimal("4.25") : null, random.nextBoolean() ? 800L : null, null,
                    random.nextBoolean(), maybe("Runs in the browser"), ChannelStatus.PLANNED);
            case NEED -> new Need(id, name, maybe("To be heard"), perhaps(draft, PartKind.NEED), NeedAudience.CUSTOMER);
            case OBJECTIVE -> new Objective(id, name, random.nextBoolean() ? "indicator-1" : "indicator-2",
                    random.nextBoolean() ? new Target(TargetComparison.AT_LEAST, new BigDecimal("7.5"),
                            TargetMeasure.FIGURE, null) : null,
                    ObjectiveWindow.MONTH, slice(draft), LocalDate.of(2026, 12, 31), null, "Head of service");
            default -> throw new IllegalArgumentException("not made here: " + kind);
        };
    }

    /** As the API keeps it: without needless zeros. */
    private BigDecimal share() {
        return Decimals.plain(BigDecimal.valueOf(random.nextInt(1001), 1).stripTrailingZeros());
    }

    private @Nullable Slice slice(Draft draft) {
        return switch (random.nextInt(4)) {
            case 0 -> new Slice(ObjectiveDimension.ALL, null);
            case 1 -> new Slice(ObjectiveDimension.CHANNEL, some(draft, PartKind.CHANNEL));
            case 2 -> new Slice(ObjectiveDimension.NEED_GROUP,
                    some(draft, PartKind.NEED) + '|' + some(draft, PartKind.CUSTOMER_GROUP));
            default -> null;
        };
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private List<String> words() {
        return List.of("Near", "Clear", "Fast").subList(0, random.nextInt(4));
    }

    private @Nullable String maybe(String text) {
        return random.nextBoolean() ? text : null;
    }

    private @Nullable String perhaps(Draft draft, PartKind kind) {
        List<String> all = all(draft, kind);
        return all.isEmpty() || random.nextBoolean() ? null : all.get(random.nextInt(all.size()));
    }

    private String some(Draft draft, PartKind kind) {
        List<String> all = all(draft, kind);
        return all.isEmpty() ? "none" : all.get(random.nextInt(all.size()));
    }

    private List<String> ids(Draft draft, PartKind kind) {
        return all(draft, kind).stream().filter(id -> random.nextInt(3) == 0).toList();
    }

    private static List<String> all(Draft draft, PartKind kind) {
        List<String> ids = new ArrayList<>();
        draft.parts().stream().filter(part -> part.partKind() == kind).forEach(part -> ids.add(part.id()));
        return ids;
    }

    private static long version(Draft draft, PartKind kind, String id) {
        return draft.parts().find(kind, id).map(Versioned::version).orElse(0L);
    }
}
