package io.serviceconcept.concept.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import io.serviceconcept.concept.ConceptEventTypes;
import io.serviceconcept.concept.ConceptId;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.RecordedEvent;

class ConceptContractsTest {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final Path EVENTS = Path.of("src/test/resources/events");
    private static final ConceptId CONCEPT = new ConceptId("5b0c7a52-8f0e-4a51-9c63-0d2f5d1f6a01");

    private final ConceptPublishing publishing = new ConceptPublishing();
    private final EventTypes types = ConceptEventTypes.all();

    static Stream<String> publicTypes() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", "")).sorted().toList().stream();
        }
    }

    static Stream<String> publicEvents() {
        ConceptPublishing publishing = new ConceptPublishing();
        return ConceptEventTypes.all().all().entrySet().stream().filter(type -> publishing.publishes(type.getValue()))
                .map(java.util.Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void theExampleOfEveryTypeFollowsItsSchema(String type) throws IOException {
        assertThat(schema(type).validate(example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void theDocumentOfTheTopicNamesEveryType(String type) throws IOException {
        assertThat(Files.readString(CONTRACTS.resolve("asyncapi.yaml"))).contains("$ref: ./" + type + ".schema.json");
    }

    @ParameterizedTest
    @MethodSource("publicEvents")
    void whatIsPublishedOfEveryEventFollowsTheSchemaAndSaysNothingElse(String name) throws IOException {
        PublicEvent published = publish(read(name));

        JsonNode bytes = bytes(published);
        assertThat(schema(published.type()).validate(bytes)).isEmpty();
        assertThat(fieldsOf(bytes)).as("fields beyond the schema of " + published.type())
                .isSubsetOf(propertiesOf(schema(published.type()).getSchemaNode()));
    }

    @ParameterizedTest
    @CsvSource({
            "concept.created.v1, concept.created.v1",
            "concept.layer-added.v1, concept.layer-drafted.v1",
            "concept.customer-group-added.v1, concept.customer-group-drafted.v1",
            "concept.channel-added.v1, concept.channel-drafted.v1",
            "concept.need-added.v1, concept.need-drafted.v1",
            "concept.objective-added.v1, concept.objective-drafted.v1",
            "concept.channel-removed.v1, concept.part-removed.v1",
            "concept.channel-status-changed.v1, concept.channel-status-changed.v1",
            "concept.retired.v1, concept.retired.v1",
            "concept.needs-merged.v1, concept.needs-merged.v1",
            "concept.need-split.v1, concept.need-split.v1" })
    void whatIsPublishedIsTheExampleToTheByte(String event, String type) throws IOException {
        PublicEvent published = publish(read(event));

        assertThat(published.type()).isEqualTo(type);
        assertThat(bytes(published)).isEqualTo(example(type));
    }

    @Test
    void anAdoptedEditionCarriesEverythingOthersJudgeBy() throws IOException {
        JsonNode bytes = bytes(publish(read("concept.edition-adopted.v1")));

        assertThat(bytes.path("objectives")).isEqualTo(example("concept.edition-adopted.v1").path("objectives"));
        assertThat(bytes.path("layers")).isEqualTo(example("concept.edition-adopted.v1").path("layers"));
        for (String promised : List.of("services", "offers", "serviceLevels", "channelShifts")) {
            assertThat(bytes.path(promised)).isEqualTo(example("concept.edition-adopted.v1").path(promised)).isNotEmpty();
        }
        assertThat(fieldsOf(bytes)).doesNotContain("handOvers", "assumptions", "stakeholders", "researchActivities",
                "insights", "direction");
        assertThat(bytes.at("/needs/0/importance/1/value").asInt()).isEqualTo(5);
        assertThat(bytes.path("inForceFrom").asText()).isEqualTo("2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = { "OWN", "NEIGHBOURHOOD" })
    void theApproachOfALayerIsAnyWord(String approach) throws IOException {
        PublicEvent drafted = publish(types.read("concept.layer-added.v1",
                Files.readString(EVENTS.resolve("concept.layer-added.v1.json")).replace("SELF_SERVICE", approach)));
        PublicEvent adopted = publish(types.read("concept.edition-adopted.v1",
                Files.readString(EVENTS.resolve("concept.edition-adopted.v1.json")).replace("SELF_SERVICE", approach)));

        assertThat(bytes(drafted).at("/layer/approach").asText()).isEqualTo(approach);
        assertThat(schema(drafted.type()).validate(bytes(drafted))).isEmpty();
        assertThat(bytes(adopted).at("/layers/0/approach").asText()).isEqualTo(approach);
        assertThat(schema(adopted.type()).validate(bytes(adopted))).isEmpty();
    }

    @Test
    void aGroupOfWhichOnlyTheExpectationIsKnownIsNotToldOf() throws IOException {
        ObjectNode stored = (ObjectNode) EventTypes.json()
                .readTree(Files.readString(EVENTS.resolve("concept.edition-adopted.v1.json")));
        ((ObjectNode) stored.at("/content/importance/0/importance/0")).put("expectation", 4).remove("value");

        JsonNode bytes = bytes(publish(types.read("concept.edition-adopted.v1", stored.toString())));

        assertThat(bytes.at("/needs/0/importance")).hasSize(1);
        assertThat(schema("concept.edition-adopted.v1").validate(bytes)).isEmpty();
    }

    @Test
    void whatIsTheDraftsOwnBusinessStaysInside() {
        assertThat(publicEvents()).doesNotContain("concept.slug-claimed.v1", "concept.direction-set.v1",
                "concept.importance-set.v1", "concept.fit-assessed.v1", "concept.proposed.v1",
                "concept.proposal-withdrawn.v1").hasSize(21);
        assertThat(publicEvents()).noneMatch(name -> Stream
                .of("service", "offer", "service-level", "channel-shift", "hand-over", "assumption", "stakeholder",
                        "research-activity", "insight")
                .anyMatch(kind -> name.startsWith("concept." + kind + "-")));
    }

    @Test
    void anEditionOfBeforeThereWereServicesIsReadAndPublished() throws IOException {
        ObjectNode stored = (ObjectNode) EventTypes.json()
                .readTree(Files.readString(EVENTS.resolve("concept.edition-adopted.v1.json")));
        ((ObjectNode) stored.path("content")).remove(List.of("services", "offers", "serviceLevels", "channelShifts",
                "handOvers", "assumptions", "stakeholders", "researchActivities", "insights"));
        ((ObjectNode) stored.at("/content/direction")).remove("budgetPerMonth");

        JsonNode bytes = bytes(publish(types.read("concept.edition-adopted.v1", stored.toString())));

        assertThat(bytes.path("services").isEmpty()).isTrue();
        assertThat(schema("concept.edition-adopted.v1").validate(bytes)).isEmpty();
    }

    private PublicEvent publish(Object event) {
        return publishing.publish(new RecordedEvent(UUID.randomUUID(), CONCEPT.stream("municipality"), 1, Position.START,
                1L, event, new Metadata("dirk", UUID.randomUUID(), null, null), Instant.EPOCH));
    }

    private Object read(String name) throws IOException {
        return types.read(name, Files.readString(EVENTS.resolve(name + ".json")));
    }

    private static JsonNode bytes(PublicEvent event) throws IOException {
        return EventTypes.json().readTree(EventTypes.json().writeValueAsBytes(event.data()));
    }

    private static JsonNode example(String type) throws IOException {
        return EventTypes.json().readTree(Files.readString(CONTRACTS.resolve(type + ".example.json")));
    }

    private static JsonSchema schema(String type) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(
                Files.readString(CONTRACTS.resolve(type + ".schema.json")),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static List<String> fieldsOf(JsonNode json) {
        return Stream.concat(json.propertyStream().map(java.util.Map.Entry::getKey),
                Stream.concat(json.propertyStream().map(java.util.Map.Entry::getValue), json.valueStream())
                        .flatMap(value -> fieldsOf(value).stream()))
                .distinct().toList();
    }

    private static List<String> propertiesOf(JsonNode schema) {
        return Stream.concat(schema.path("properties").propertyStream().map(java.util.Map.Entry::getKey),
                schema.valueStream().flatMap(value -> propertiesOf(value).stream())).distinct().toList();
    }
}
