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

import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.serviceconcept.concept.ConceptCommand.AddPart;
import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.AssessFit;
import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.ConceptCommand.ChangePart;
import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptCommand.MergeNeeds;
import io.serviceconcept.concept.ConceptCommand.NewNeed;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.RemovePart;
import io.serviceconcept.concept.ConceptCommand.SetDirection;
import io.serviceconcept.concept.ConceptCommand.SetImportance;
import io.serviceconcept.concept.ConceptCommand.SplitNeed;
import io.serviceconcept.concept.ConceptCommand.Withdraw;
import io.serviceconcept.concept.ConceptCommand.WithdrawFit;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.ResearchActivity.ResearchKind;
import io.serviceconcept.concept.Stakeholder.StakeholderLevel;

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
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> new AddPart(part(draft, kind(), id()));
            case 9, 10, 11 -> change(draft);
            case 12 -> remove(draft);
            case 13, 14 -> importance(draft);
            case 15, 16, 17 -> new AssessFit(some(draft, PartKind.NEED), some(draft, PartKind.CHANNEL),
                    assessor(), random.nextInt(5), maybe("Because"));
            case 18 -> withdrawal(draft);
            case 19 -> matrix(draft);
            case 20 -> status(draft);
            case 21 -> new SetDirection(draft.direction().version(), new Direction(maybe("Serve"), maybe("Everywhere"),
                    words(), maybe("To be near"), words(), random.nextBoolean() ? new BigDecimal("1500.5") : null));
            case 22 -> merge(draft);
            case 23 -> split(draft);
            case 24 -> new Propose(INDICATORS, maybe("It is time"));
            case 25 -> new Withdraw(maybe("Not yet"));
            default -> new Adopt(LocalDate.of(2026, 1, 1).plusDays(draft.nextEdition()), Instant.EPOCH, maybe("So decided"));
        };
    }

    private PartKind kind() {
        return PartKind.values()[random.nextInt(PartKind.values().length)];
    }

    private String assessor() {
        return "assessor " + random.nextInt(3);
    }

    private ConceptCommand withdrawal(Draft draft) {
        String need = some(draft, PartKind.NEED);
        String channel = some(draft, PartKind.CHANNEL);
        String assessor = assessor();
        return new WithdrawFit(draft.assessments().find(need, channel, assessor).map(Versioned::version).orElse(0L), need,
                channel, assessor);
    }

    /** Through a file, as people send it. */
    private ConceptCommand matrix(Draft draft) {
        List<Need> needs = draft.parts().needs().stream().filter(need -> random.nextBoolean()).toList();
        List<Channel> channels = draft.parts().channels().stream().filter(channel -> random.nextBoolean())
                .filter(channel -> channel.status() != ChannelStatus.RETIRED).toList();
        if (needs.isEmpty() || channels.isEmpty()) {
            return new AssessFits(assessor(), List.of());
        }
        StringBuilder csv = new StringBuilder("need");
        channels.forEach(channel -> csv.append(';').append(channel.name()));
        for (Need need : needs) {
            csv.append('\n').append(need.name());
            channels.forEach(channel -> csv.append(';').append(random.nextInt(3) == 0 ? "" : random.nextInt(5)));
        }
        try {
            MatrixImport.Read read = MatrixImport.read(MatrixCsv.read(csv.toString()), draft.parts(), draft.assessments());
            if (!read.faults().isEmpty()) {
                throw new IllegalStateException(read.faults() + " in " + csv);
            }
            return new AssessFits(assessor(), read.cells());
        } catch (MatrixCsv.Unreadable e) {
            throw new IllegalStateException(csv.toString(), e);
        }
    }

    private ConceptCommand merge(Draft draft) {
        String need = some(draft, PartKind.NEED);
        return new MergeNeeds(version(draft, PartKind.NEED, need), need, some(draft, PartKind.NEED), null, null, List.of());
    }

    private ConceptCommand split(Draft draft) {
        String need = some(draft, PartKind.NEED);
        List<String> taken = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        draft.parts().stream().filter(part -> !(part instanceof Insight) && NeedReferences.names(part, need))
                .forEach(part -> (random.nextBoolean() ? taken : rest).add(part.id()));
        return new SplitNeed(version(draft, PartKind.NEED, need), need,
                List.of(new NewNeed(id(), "half " + random.nextInt(1000), maybe("One half"), taken),
                        new NewNeed(id(), "rest " + random.nextInt(1000), null, rest)));
    }

    private ConceptCommand change(Draft draft) {
        PartKind kind = kind();
        String id = some(draft, kind);
        return new ChangePart(version(draft, kind, id), part(draft, kind, id));
    }

    private ConceptCommand remove(Draft draft) {
        PartKind kind = kind();
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
                .map(group -> random.nextInt(4) == 0 ? new Need.Importance(group.id(), null, maybe("Interviews"), null, 3)
                        : given(group.id(), random.nextInt(6), maybe("Interviews")))
                .toList();
        return new SetImportance(draft.importanceOf(need).version(), need, importance);
    }

    static Need.Importance given(String group, int value, @Nullable String source) {
        return Trees.read(Trees.object().put("group", group).put("value", value).put("source", source)
                .put("date", "2026-02-01"), Need.Importance.class);
    }

    private Part part(Draft draft, PartKind kind, String id) {
        String name = kind.word() + ' ' + random.nextInt(1000);
        return switch (kind) {
            case LAYER -> new Layer(id, name, List.of("SELF_SERVICE", "PERSONAL", "OWN", "SHOP_FLOOR").get(random.nextInt(4)),
                    1 + random.nextInt(1000));
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
            case SERVICE -> new Service(id, name, maybe("What we do"));
            case OFFER -> new Offer(id, some(draft, PartKind.SERVICE), some(draft, PartKind.CHANNEL),
                    some(draft, PartKind.CUSTOMER_GROUP), List.of(), List.of("nl"), words(), maybe("On the day"), null);
            case SERVICE_LEVEL -> new ServiceLevel(id, name, "In time", perhaps(draft, PartKind.SERVICE),
                    random.nextBoolean() ? "indicator-1" : null,
                    random.nextBoolean() ? new ServiceLevel.Norm(TargetComparison.AT_MOST, new BigDecimal("2.5")) : null,
                    random.nextBoolean() ? ObjectiveWindow.QUARTER : null, slice(draft));
            case CHANNEL_SHIFT, HAND_OVER, ASSUMPTION, STAKEHOLDER, RESEARCH_ACTIVITY, INSIGHT -> more(draft, kind, id, name);
        };
    }

    private Part more(Draft draft, PartKind kind, String id, String name) {
        return switch (kind) {
            case CHANNEL_SHIFT -> new ChannelShift(id, some(draft, PartKind.CHANNEL), some(draft, PartKind.CHANNEL),
                    new BigDecimal("2.5"), null, LocalDate.of(2026, 12, 31), maybe("It is cheaper"));
            case HAND_OVER -> new HandOver(id, some(draft, PartKind.CHANNEL), some(draft, PartKind.CHANNEL), words(),
                    maybe("When it is difficult"));
            case ASSUMPTION -> new Assumption(id, name, maybe("We think so"), 1 + random.nextInt(5), 1 + random.nextInt(5),
                    AssumptionStatus.OPEN, perhaps(draft, PartKind.CHANNEL), maybe("Co-browsing"), "Head of service", null,
                    maybe("Nothing yet"));
            case STAKEHOLDER -> new Stakeholder(id, name, StakeholderLevel.HIGH, StakeholderLevel.LOW, null, maybe("Busy"));
            case RESEARCH_ACTIVITY -> new ResearchActivity(id, name, maybe("Asked at the desk"), ResearchKind.INTERVIEW,
                    LocalDate.of(2026, 3, 1), random.nextBoolean() ? LocalDate.of(2026, 3, 2) : null,
                    random.nextBoolean() ? 12 : null, ids(draft, PartKind.CUSTOMER_GROUP), null);
            case INSIGHT -> new Insight(id, name, maybe("They want a person"), words(),
                    perhaps(draft, PartKind.RESEARCH_ACTIVITY), ids(draft, PartKind.NEED));
            default -> throw new IllegalArgumentException("made above: " + kind);
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
