package io.serviceconcept.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Assumption;
import io.serviceconcept.concept.Assumption.AssumptionStatus;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelShift;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Direction;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.EditionContent.Fit;
import io.serviceconcept.concept.EditionContent.NeedImportance;
import io.serviceconcept.concept.HandOver;
import io.serviceconcept.concept.Insight;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.concept.Offer;
import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Offer.AnswerTimeUnit;
import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.concept.ResearchActivity;
import io.serviceconcept.concept.ResearchActivity.OrganisationLevel;
import io.serviceconcept.concept.ResearchActivity.ResearchKind;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.Stakeholder;
import io.serviceconcept.concept.Stakeholder.StakeholderLevel;
import io.serviceconcept.concept.Stakeholder.StakeholderSupport;

/** Concepts to lay out: the municipality of the examples, one as large as they get, and an empty one. */
final class Examples {

    static final EditionContent EMPTY = new EditionContent(new Direction(null, null, List.of(), null, List.of()), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private Examples() {
    }

    /** As it is in the examples, with services, promises, beliefs and stakeholders beside. */
    static EditionContent municipality() {
        JsonNode json = read();
        JsonNode direction = json.get("direction");
        List<Fit> fits = new ArrayList<>();
        json.get("fits").forEach(row -> row.get("channels").properties().forEach(cell -> {
            if (row.get("assessor").asText().equals("dirk")) {
                fits.add(new Fit(row.get("need").asText(), cell.getKey(),
                        AssessedFit.of(List.of(cell.getValue().asInt()))));
            }
        }));
        return new EditionContent(
                new Direction(direction.get("mission").asText(), direction.get("vision").asText(),
                        texts(direction.get("values")), direction.get("ambition").asText(),
                        texts(direction.get("policyChoices")), BigDecimal.valueOf(250_000)),
                all(json, "layers").map(layer -> new Layer(key(layer), name(layer),
                        layer.get("approach").asText(), layer.get("position").asInt())).toList(),
                all(json, "customerGroups").map(Examples::group).toList(),
                all(json, "channels").map(Examples::channel).toList(),
                all(json, "needs").map(need -> new Need(key(need), name(need), null, text(need, "coreNeed"),
                        NeedAudience.valueOf(need.get("audience").asText()))).toList(),
                all(json, "needs").filter(need -> need.has("importance")).map(need -> new NeedImportance(key(need),
                        need.get("importance").properties().stream().map(of -> new Need.Importance(of.getKey(),
                                of.getValue().asInt(), null, null, null)).toList()))
                        .toList(),
                fits,
                all(json, "objectives").map(Examples::objective).toList(),
                List.of(new Service("income", "Bijstand aanvragen",
                        "Inkomensondersteuning voor wie onvoldoende middelen heeft"),
                        new Service("passport", "Paspoort en identiteitskaart", null)),
                List.of(offer("1", "income", "video-call", "prefers-personal-contact"),
                        offer("2", "income", "desk", "not-digital"), offer("3", "passport", "desk", "not-digital")),
                List.of(new ServiceLevel("fast", "Snel antwoord", "U krijgt binnen 2 werkdagen antwoord", "income",
                        "satisfaction", new ServiceLevel.Norm(TargetComparison.AT_LEAST, BigDecimal.valueOf(90)),
                        ObjectiveWindow.MONTH, null)),
                List.of(new ChannelShift("shift", "desk", "video-call", BigDecimal.TEN, LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31), "Minder reistijd, en toch een gezicht")),
                List.of(new HandOver("over", "chatbot", "live-chat", List.of("Het gesprek tot nu toe"),
                        "De vraag is niet beantwoord")),
                List.of(new Assumption("camera", "Wie persoonlijk contact wil, heeft een camera", null, 5, 4,
                        AssumptionStatus.OPEN, "video-call", null, "Manager dienstverlening", LocalDate.of(2026, 12, 1), null),
                        new Assumption("shift", "Medewerkers vinden videobellen even prettig als de balie", null, 3, 3,
                                AssumptionStatus.CONFIRMED, "video-call", "Dialoogondersteuning", "Teamleider balie", null,
                                "Pilot met drie afdelingen")),
                List.of(new Stakeholder("council", "Ondernemingsraad", StakeholderLevel.HIGH, StakeholderLevel.HIGH,
                        StakeholderSupport.SUPPORTIVE, "Wil scholing voor iedereen"),
                        new Stakeholder("ict", "Afdeling ICT", StakeholderLevel.MEDIUM, StakeholderLevel.LOW, null, null)),
                List.of(new ResearchActivity("talks", "Interviews met inwoners", null, ResearchKind.INTERVIEW,
                        LocalDate.of(2026, 2, 4), LocalDate.of(2026, 2, 27), 24, List.of("not-digital"), null),
                        new ResearchActivity("board", "Sessie met de directie", null, ResearchKind.INTERNAL_SESSION,
                                LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 8), null, List.of(),
                                OrganisationLevel.STRATEGIC)),
                List.of(new Insight("face", "Een gezicht zien maakt het verschil", null, List.of("19 van 24 noemden het"),
                        "talks", List.of("humanity"))));
    }

    static EditionContent large(int needs, int channels) {
        List<Channel> ways = IntStream.range(0, channels).mapToObj(i -> new Channel("c" + i,
                i % 7 == 0 ? "Channel with a name that is rather long for a column, number " + i : "Channel " + i, "OTHER",
                "l" + i % 4, List.of(), null, null, null, false, null, ChannelStatus.ACTIVE)).toList();
        List<Need> wishes = IntStream.range(0, needs).mapToObj(i -> new Need("n" + i,
                i % 10 == 0 ? "Core need " + i
                        : "Sub-need " + i + (i % 9 == 0 ? " of which the name takes more than one line" : ""),
                null, i % 10 == 0 ? null : "n" + i / 10 * 10, NeedAudience.CUSTOMER)).toList();
        List<Fit> fits = new ArrayList<>();
        for (int n = 0; n < needs; n++) {
            for (int c = 0; c < channels; c++) {
                if ((n + c) % 6 != 0) {
                    fits.add(new Fit("n" + n, "c" + c, AssessedFit.of(List.of((n * 3 + c) % 5, (n * 3 + c * c) % 5))));
                }
            }
        }
        return new EditionContent(new Direction("Serve everybody", null, List.of(), null, List.of()),
                IntStream.range(0, 4).mapToObj(i -> new Layer("l" + i, "Layer " + i, "OWN", i + 1)).toList(),
                IntStream.range(0, 6).mapToObj(i -> new CustomerGroup("g" + i, "Group " + i, null, new BigDecimal("16.6"),
                        SkillLevel.LOW, SkillLevel.HIGH, List.of(), "l" + i % 3, List.of(), List.of())).toList(),
                ways, wishes, List.of(), fits, List.of());
    }

    private static CustomerGroup group(JsonNode group) {
        return new CustomerGroup(key(group), name(group), text(group, "description"), group.get("share").decimalValue(),
                SkillLevel.valueOf(group.get("selfReliance").asText()),
                SkillLevel.valueOf(group.get("digitalSkill").asText()), texts(group.get("contactPreferences")),
                text(group, "homeLayer"), texts(group.get("otherLayers")),
                StreamSupport.stream(group.get("unusableChannels").spliterator(), false)
                        .map(of -> new UnusableChannel(of.get("channel").asText(), of.get("reason").asText())).toList());
    }

    private static Channel channel(JsonNode channel) {
        return new Channel(key(channel), name(channel), channel.get("kind").asText(), text(channel, "layer"),
                texts(channel.get("means")),
                channel.has("costPerContact") ? channel.get("costPerContact").decimalValue() : null,
                channel.has("capacityPerMonth") ? channel.get("capacityPerMonth").asLong() : null,
                channel.has("volumePerMonth") ? channel.get("volumePerMonth").asLong() : null,
                channel.get("legallyRequired").asBoolean(), null, ChannelStatus.valueOf(channel.get("status").asText()));
    }

    private static Objective objective(JsonNode objective) {
        JsonNode target = objective.get("target");
        boolean change = target.get("measure").asText().equals("CHANGE");
        return new Objective(key(objective), name(objective), objective.get("indicator").asText(),
                new Target(TargetComparison.valueOf(target.get("comparison").asText()), target.get("value").decimalValue(),
                        change ? TargetMeasure.CHANGE : TargetMeasure.FIGURE, change ? 2025 : null),
                ObjectiveWindow.valueOf(objective.get("window").asText()), null, LocalDate.of(2026, 12, 31),
                objective.get("weight").decimalValue(), objective.get("owner").asText());
    }

    private static Offer offer(String id, String service, String channel, String group) {
        return new Offer(id, service, channel, group,
                List.of(new OpeningHours(DayOfWeek.MONDAY, "09:00", "17:00"),
                        new OpeningHours(DayOfWeek.THURSDAY, "09:00", "20:00")),
                List.of("nl", "en"), List.of("Gebarentolk op afspraak"), "U spreekt een mens",
                new AnswerTime(2, AnswerTimeUnit.WORKING_DAYS));
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Path.of("../deploy/examples/municipality.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> all(JsonNode json, String field) {
        return StreamSupport.stream(json.get(field).spliterator(), false);
    }

    private static String key(JsonNode node) {
        return node.get("key").asText();
    }

    private static String name(JsonNode node) {
        return node.get("name").asText();
    }

    private static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    private static List<String> texts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
    }
}
