package io.serviceconcept.eventsourcing.internal;

import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventLog;
import io.serviceconcept.eventsourcing.LogPage;
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

    private final EventLog log;
    private final Publishing publishing;
    private final Sender sender;
    private final Slots slots;
    private final Bookmark bookmark;
    private int batch = BATCH;

    RelaySteps(DataSource dataSource, EventLog log, Publishing publishing, Sender sender, Slots slots) {
        this.log = log;
        this.publishing = publishing;
        this.sender = sender;
        this.slots = slots;
        this.bookmark = new Bookmark(dataSource);
    }

    @Override
    public void begin(Lease lease, Position position) {
        bookmark.begin(lease, position);
    }

    @Override
    public boolean step() {
        int size = batch;
        // unless all goes well
        batch = Math.max(1, size / 2);
        LogPage page = log.fetchAfter(bookmark.position(), slots, size);
        if (page.size() == 0) {
            batch = size;
            bookmark.settle();
            return false;
        }
        List<OutboundEvent> outbound = page.publicEvents().stream().map(this::outbound).toList();
        if (outbound.isEmpty()) {
            bookmark.passOver(page.last());
        } else {
            bookmark.lease().keepDuring(() -> sender.send(outbound));
            bookmark.move(page.last());
        }
        batch = Math.min(BATCH, size * 2);
        return page.size() == size;
    }

    private OutboundEvent outbound(RecordedEvent recorded) {
        PublicEvent event = publishing.publish(recorded);
        return new OutboundEvent(publishing.topic(), publishing.source(), recorded.stream().organisation(),
                recorded.stream().name(), recorded.publicSequence(), recorded.id(), event.type(), recorded.recordedAt(),
                event.data(), recorded.metadata());
    }
}
