package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.testing.Readings;

class KafkaSenderTest {

    /** Each record would wait by itself: a relay's batch of 500 for 40 minutes, long past its lease. */
    @Test
    void aBatchFailsWithItsFirstRecordWhenNoBrokerWasEverFound() throws IOException {
        try (KafkaSender sender = new KafkaSender("127.0.0.1:" + closedPort(), Map.of("max.block.ms", 300))) {
            List<OutboundEvent> batch = Collections.nCopies(100, event());

            assertTimeout(Duration.ofSeconds(15),
                    () -> assertThatThrownBy(() -> sender.send(batch)).isInstanceOf(Sender.SendFailed.class));
        }
    }

    private static OutboundEvent event() {
        return new OutboundEvent("meter-events", "/meter-service", "city", "meter-1", 1L, UUID.randomUUID(),
                "meter.installed.v1", Instant.now(), Map.of("place", "cellar"), Readings.context().metadata());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aRecordDoesNotSayWhyItWasDone() {
        OutboundEvent told = new OutboundEvent("meter-events", "/meter-service", "city", "meter-1", 1L, UUID.randomUUID(),
                "meter.installed.v1", Instant.now(), Map.of("place", "cellar"),
                Readings.context().metadata().because("It leaked"));

        ProducerRecord<String, byte[]> record = KafkaSender.record(told);

        assertThat(record.headers()).allSatisfy(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                .doesNotContain("leaked"));
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"place\":\"cellar\"}");
    }
}
