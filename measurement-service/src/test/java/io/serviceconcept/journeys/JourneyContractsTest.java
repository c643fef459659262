package io.serviceconcept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;

/** What journey-service promises is what is read here. */
class JourneyContractsTest {

    private static final String TYPE = "journey.published.v1";
    private static final Path EXAMPLE = Path.of("../journey-service/contracts", TYPE + ".example.json");

    @Test
    void aPublishedJourneyTellsTheNeedsOfItsTouchpoints() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLE);
        JsonNode example = EventTypes.json().readTree(bytes);

        JourneyPublished read = new InboundEvent("/journey-service", "municipality", "journey-1", 1L, UUID.randomUUID(),
                TYPE, Instant.EPOCH, bytes, null, null).as(JourneyPublished.class);

        assertThat(read.journey()).isEqualTo(example.path("journey").asText());
        assertThat(read.service()).isEqualTo(example.path("service").asText());
        List<String> ids = new ArrayList<>();
        List<Integer> needs = new ArrayList<>();
        example.path("phases").forEach(phase -> phase.path("touchpoints").forEach(touchpoint -> {
            ids.add(touchpoint.path("id").asText());
            needs.add(touchpoint.path("needs").size());
        }));
        assertThat(read.phases().stream().flatMap(phase -> phase.touchpoints().stream()))
                .extracting(JourneyPublished.PublishedTouchpoint::id).containsExactlyElementsOf(ids).isNotEmpty();
        assertThat(read.phases().stream().flatMap(phase -> phase.touchpoints().stream()))
                .extracting(touchpoint -> touchpoint.needs().size()).containsExactlyElementsOf(needs);
    }
}
