package io.serviceconcept.eventsourcing.faults;

import java.nio.file.Path;
import java.util.List;

import io.serviceconcept.local.LocalKafka;

/** A Kafka broker of its own. */
final class BrokerProcess {

    private BrokerProcess() {
    }

    public static void main(String[] arguments) {
        Lifeline.hold();
        LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        kafka.createTopics(List.of(MeterPublishing.TOPIC));
        Lifeline.say("ready on " + kafka.bootstrapServers());
        Lifeline.park(Long.MAX_VALUE / 2_000_000);
    }
}
