package io.serviceconcept.evaluation.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.serviceconcept.evaluation.journeys.JourneyPublished.TouchpointData;
import io.serviceconcept.eventsourcing.InboundEvent;

/** Reads what journey-service says it publishes. */
class JourneyContractsTest {

    private static final Path CONTRACTS = Path.of("../journey-service/contracts");

    @Test
    void aPublishedJourneyIsRead() throws IOException {
        byte[] json = Files.readAllBytes(CONTRACTS.resolve("journey.published.v1.example.json"));

        JourneyPublished journey = new InboundEvent("/journey-service", "municipality", "journey-1", 1L, UUID.randomUUID(),
                "journey.published.v1", Instant.EPOCH, json, null, null).as(JourneyPublished.class);

        assertThat(journey.concept()).isNotBlank();
        assertThat(journey.phases()).isNotEmpty().flatExtracting(JourneyPublished.PhaseData::touchpoints).isNotEmpty()
                .allSatisfy(touchpoint -> assertThat(touchpoint).isInstanceOf(TouchpointData.class));
    }
}
