package io.serviceconcept.eventsourcing.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic up to the end it has now, outside of every consumer group. */
record TopicReader(String bootstrapServers) {

    /** For {@link #read}: from the beginning. */
    static final long ALL = Long.MAX_VALUE;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * @param newest how many records of each partition
     * @param batch is given some records at a time, in the order of their partition
     * @return false when there is no such topic; it is not made by looking at it
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer for 10 s
     */
    boolean read(String topic, long newest, Consumer<List<ConsumerRecord<String, byte[]>>> batch) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            beginnings.forEach((partition, beginning) -> consumer.seek(partition,
                    Math.max(beginning, ends.getOrDefault(partition, 0L) - newest)));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the end of " + topic + " could not be read in time");
                }
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    for (TopicPartition partition : records.partitions()) {
                        batch.accept(records.records(partition));
                    }
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                }
            }
            return !partitions.isEmpty();
        }
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** Of every client that looks at the broker: a broker that is away is found out in seconds. */
    Map<String, Object> settings() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    }
}
