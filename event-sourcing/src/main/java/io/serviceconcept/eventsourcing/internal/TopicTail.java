package io.serviceconcept.eventsourcing.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.StatePublishing;

/**
 * The end of a topic beside the log it was published from. What the topic holds was committed before it was sent, so an
 * event there that the log does not know was lost with a restore, and so was a state that the service does not know.
 */
final class TopicTail {

    /** How far back each partition is looked through. */
    private static final long RECORDS = 1_000;

    /** What the topic holds and the database has lost. */
    record Lost(TopicPartition partition, long offset, InboundEvent event) {
        @Override
        public String toString() {
            return event.stream() + (event.sequence() == null ? " state" : " #" + event.sequence()) + " (" + partition + " at "
                    + offset + ")";
        }
    }

    private final TopicReader topics;
    private final DataSource dataSource;
    private final StatePublishing states;

    /** @param states who knows which states were lost */
    TopicTail(String bootstrapServers, DataSource dataSource, StatePublishing states) {
        this.topics = new TopicReader(bootstrapServers);
        this.dataSource = dataSource;
        this.states = states;
    }

    /**
     * @param source the CloudEvents source of what this service publishes
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    List<Lost> lost(String topic, String source) {
        List<Lost> own = new ArrayList<>();
        topics.read(topic, RECORDS, records -> records.forEach(record -> add(own, record, source)));
        // what was there before the last adoption is known to be lost
        adoptedAt().ifPresent(adopted -> own.removeIf(candidate -> candidate.event().time().isBefore(adopted)));
        return Stream.concat(highest(own).filter(this::isUnknown), lostStates(own)).toList();
    }

    /**
     * The highest event of each stream speaks for those before it. It need not be the last: a late relay repeats older ones.
     */
    private static Stream<Lost> highest(List<Lost> own) {
        record Numbered(Lost lost, long sequence) {
        }
        Map<List<String>, Numbered> highest = new LinkedHashMap<>();
        for (Lost candidate : own) {
            InboundEvent event = candidate.event();
            if (event.sequence() != null) {
                highest.merge(List.of(event.organisation(), event.stream()), new Numbered(candidate, event.sequence()),
                        (one, other) -> other.sequence() >= one.sequence() ? other : one);
            }
        }
        return highest.values().stream().map(Numbered::lost);
    }

    private Stream<Lost> lostStates(List<Lost> own) {
        Map<UUID, Lost> stated = new LinkedHashMap<>();
        own.stream().filter(candidate -> candidate.event().sequence() == null)
                .forEach(candidate -> stated.put(candidate.event().id(), candidate));
        return stated.isEmpty() ? Stream.empty()
                : states.lost(stated.values().stream().map(Lost::event).toList()).stream()
                        .flatMap(event -> Stream.ofNullable(stated.get(event.id())));
    }

    /** What cannot be read says that it is of another source. */
    private static void add(List<Lost> own, ConsumerRecord<String, byte[]> record, String source) {
        InboundEvent event = InboundRecords.read(record).event();
        if (event.source().equals(source)) {
            own.add(new Lost(new TopicPartition(record.topic(), record.partition()), record.offset(), event));
        }
    }

    private boolean isUnknown(Lost candidate) {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement("select from event where organisation = ? and stream = ? and event_id = ?")) {
                statement.setString(1, candidate.event().organisation());
                statement.setString(2, candidate.event().stream());
                statement.setObject(3, candidate.event().id());
                return !statement.executeQuery().next();
            }
        });
    }

    /** When an operator last adopted this database; empty when none did. */
    private Optional<Instant> adoptedAt() {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select adopted_at from event_generation");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
            }
        });
    }

    /** The consumer groups that have read past a lost event: what they made of it stays with them. */
    Set<String> groupsAhead(List<Lost> lost) {
        Map<TopicPartition, Long> first = lost.stream()
                .collect(Collectors.toMap(Lost::partition, Lost::offset, Math::min));
        Set<String> ahead = new TreeSet<>();
        try (Admin admin = admin()) {
            for (String group : groups(admin)) {
                Map<TopicPartition, OffsetAndMetadata> offsets = offsets(admin, group);
                if (first.entrySet().stream().anyMatch(partition -> offsets.containsKey(partition.getKey())
                        && offsets.get(partition.getKey()).offset() > partition.getValue())) {
                    ahead.add(group);
                }
            }
        }
        return ahead;
    }

    /**
     * Lets a group read everything again: the inbox of a restored database drops what it has and takes what it lost.
     *
     * @throws IllegalStateException when a member of the group is running
     */
    void rewind(String group) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> beginnings = offsets(admin, group).keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
            if (!beginnings.isEmpty()) {
                admin.alterConsumerGroupOffsets(group, beginnings).all().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the consumer group " + group + " cannot be rewound: stop every instance first",
                    e.getCause());
        }
    }

    private Admin admin() {
        return Admin.create(topics.settings());
    }

    private static List<String> groups(Admin admin) {
        try {
            return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream().map(GroupListing::groupId)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the consumer groups cannot be listed", e.getCause());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the offsets of the group " + group + " cannot be read", e.getCause());
        }
    }
}
