package io.serviceconcept.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.concepts.EditionAdopted.AdoptedObjective;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.objective.Measure;

/** What concept-service promises is what is read here. */
class ConceptContractsTest {

    private static final String TYPE = "concept.edition-adopted.v1";
    private static final Path EXAMPLE = Path.of("../concept-service/contracts", TYPE + ".example.json");

    @Test
    void anAdoptedEditionSetsTargets() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLE);
        JsonNode example = EventTypes.json().readTree(bytes);

        EditionAdopted read = read(bytes);

        assertThat(read.concept()).isEqualTo(example.path("concept").asText());
        assertThat(read.edition()).isEqualTo(example.path("edition").asInt());
        assertThat(read.inForceFrom()).hasToString(example.path("inForceFrom").asText());
        assertThat(read.objectives()).hasSameSizeAs(example.path("objectives")).isNotEmpty();
        for (int i = 0; i < read.objectives().size(); i++) {
            AdoptedObjective objective = read.objectives().get(i);
            JsonNode expected = example.path("objectives").path(i);
            assertThat(objective.id()).isEqualTo(expected.path("id").asText());
            assertThat(objective.indicator()).isEqualTo(expected.path("indicator").asText());
            assertThat(objective.window()).hasToString(expected.path("window").asText());
            assertThat(objective.target().comparison()).hasToString(expected.at("/target/comparison").asText());
            assertThat(objective.target().value()).isEqualByComparingTo(expected.at("/target/value").decimalValue());
            assertThat(objective.target().measureOrFigure()).hasToString(expected.at("/target/measure").asText("FIGURE"));
        }
        assertThat(read.objectives()).anySatisfy(objective -> {
            assertThat(objective.target().measure()).isEqualTo(Measure.CHANGE);
            assertThat(objective.target().baselineYear()).isNotNull();
        });
    }

    @Test
    void aPromiseToCustomersIsJudgedLikeAnObjective() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLE);
        JsonNode promises = EventTypes.json().readTree(bytes).path("serviceLevels");

        EditionAdopted read = read(bytes);

        assertThat(promises).isNotEmpty();
        for (JsonNode promise : promises) {
            assertThat(read.targets()).filteredOn(target -> target.id().equals(promise.path("id").asText())).singleElement()
                    .satisfies(target -> {
                        assertThat(target.indicator()).isEqualTo(promise.path("indicator").asText());
                        assertThat(target.target().comparison()).hasToString(promise.at("/norm/comparison").asText());
                        assertThat(target.target().value()).isEqualByComparingTo(promise.at("/norm/value").decimalValue());
                    });
        }
        assertThat(read("""
                {"concept": "c", "edition": 1, "inForceFrom": "2026-01-01", "objectives": []}
                """.getBytes(StandardCharsets.UTF_8)).targets()).isEmpty();
    }

    @Test
    void aTargetThatCannotBeJudgedIsParkedAndStopsNothing() {
        assertThatThrownBy(() -> read("""
                {"concept": "c", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                  {"id": "o", "indicator": "i", "window": "YEAR",
                   "target": {"comparison": "AT_MOST", "value": -5, "measure": "CHANGE"}}]}
                """.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("""
                {"concept": "c", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                  {"id": "o", "indicator": "i", "window": "DAY", "target": {"comparison": "AT_MOST", "value": 5}}]}
                """.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRetiredConceptSaysSinceWhen() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLE.resolveSibling("concept.retired.v1.example.json"));

        ConceptRetired read = new InboundEvent("/concept-service", "municipality", "concept-1", 1L, UUID.randomUUID(),
                "concept.retired.v1", Instant.EPOCH, bytes, null, null).as(ConceptRetired.class);

        assertThat(read.concept()).isEqualTo(EventTypes.json().readTree(bytes).path("concept").asText());
        assertThat(read.retiredOn()).hasToString(EventTypes.json().readTree(bytes).path("retiredOn").asText());
    }

    private static EditionAdopted read(byte[] data) {
        return new InboundEvent("/concept-service", "municipality", "concept-1", 1L, UUID.randomUUID(), TYPE,
                Instant.EPOCH, data, null, null).as(EditionAdopted.class);
    }
}
