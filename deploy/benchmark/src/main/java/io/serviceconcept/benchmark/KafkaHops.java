package io.serviceconcept.benchmark;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Two hops over a broker and nothing else: sent, taken in, sent on, taken in. Each record says when it was sent first.
 */
final class KafkaHops implements AutoCloseable {

    static final String FIRST = "first-hop";
    static final String SECOND = "second-hop";

    private static final Duration POLL = Duration.ofMillis(500);

    private final Histogram latencies = Sample.histogram();
    private final KafkaProducer<String, byte[]> producer;
    private final Hop first;
    private final Hop second;
    private final Thread sending;
    private volatile boolean stopped;

    KafkaHops(String broker, int perSecond) {
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true,
                "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());
        this.second = new Hop(broker, SECOND, value -> {
            synchronized (latencies) {
                latencies.recordValue(System.nanoTime() - ByteBuffer.wrap(value).getLong());
            }
        });
        this.first = new Hop(broker, FIRST, value -> producer.send(new ProducerRecord<>(SECOND, "key", value)));
        this.sending = Thread.ofPlatform().daemon().name("hops").start(() -> sendOn(perSecond));
    }

    private void sendOn(int perSecond) {
        long begun = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long sent = 0; !stopped; sent++) {
            long wait = begun + sent * pause - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            byte[] value = new byte[Events.BYTES];
            ByteBuffer.wrap(value).putLong(System.nanoTime());
            producer.send(new ProducerRecord<>(FIRST, "key", value));
        }
    }

    /** What was measured since the last time. */
    Histogram taken() {
        synchronized (latencies) {
            Histogram taken = latencies.copy();
            latencies.reset();
            return taken;
        }
    }

    /** One consumer, in a thread of its own. */
    private static final class Hop implements AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Thread thread;

        Hop(String broker, String topic, Consumer<byte[]> then) {
            this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker, "group.id", topic,
                    "auto.offset.reset", "earliest"), new StringDeserializer(), new ByteArrayDeserializer());
            this.thread = Thread.ofPlatform().daemon().name(topic).start(() -> {
                try (consumer) {
                    consumer.subscribe(List.of(topic));
                    while (true) {
                        consumer.poll(POLL).forEach(record -> then.accept(record.value()));
                    }
                } catch (WakeupException e) {
                    // the end
                }
            });
        }

        @Override
        public void close() throws InterruptedException {
            consumer.wakeup();
            thread.join();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        sending.join();
        first.close();
        second.close();
        producer.close();
    }
}
