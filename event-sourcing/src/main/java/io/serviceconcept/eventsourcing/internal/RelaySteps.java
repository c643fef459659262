package io.serviceconcept.eventsourcing.internal;

import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.PublicEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.Slots;

/**
 * Moves one shard of the relay along the log: public events are acknowledged by Kafka before the position moves, so that
 * a crash sends some twice and loses none. The lease is kept while the broker is waited for, and a batch that cannot be read
 * or sent as a whole is tried in smaller pieces: some hundreds of events may be too much at once where they are large, or the
 * broker is slow.
 */
final class RelaySteps implements LeasedLoop.Steps {

    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final EventStore store;
    private final Publishing publishing;
    private final Sender sender;
    private final Slots slots;
    private @Nullable Lease lease;
    private Position position = Position.START;
    private int batch = BATCH;

    RelaySteps(DataSource dataSource, EventStore store, Publishing publishing, Sender sender, Slots slots) {
        this.dataSource = dataSource;
        this.store = store;
        this.publishing = publishing;
        this.sender = sender;
        this.slots = slots;
    }

    @Override
    public void begin(Lease lease, Position position) {
        this.lease = lease;
        this.position = position;
    }

    @Override
    public boolean step() {
        int size = batch;
        // unless all goes well
        batch = Math.max(1, size / 2);
        List<RecordedEvent> events = store.readAfter(position, slots, size);
        if (events.isEmpty()) {
            batch = size;
            return false;
        }
        Lease held = Objects.requireNonNull(lease);
        List<OutboundEvent> outbound = events.stream().filter(e -> e.publicSequence() != null).map(this::outbound).toList();
        if (!outbound.isEmpty()) {
            held.keepDuring(() -> sender.send(outbound));
        }
        Position reached = events.getLast().position();
        Sql.call(dataSource, connection -> Sql.transaction(connection, c -> {
            held.advance(c, reached);
            return reached;
        }));
        position = reached;
        batch = Math.min(BATCH, size * 2);
        return events.size() == size;
    }

    private OutboundEvent outbound(RecordedEvent recorded) {
        PublicEvent event = publishing.publish(recorded);
        return new OutboundEvent(publishing.topic(), publishing.source(), recorded.stream().organisation(),
                recorded.stream().name(), recorded.publicSequence(), recorded.id(), event.type(), recorded.recordedAt(),
                event.data(), recorded.metadata());
    }
}
