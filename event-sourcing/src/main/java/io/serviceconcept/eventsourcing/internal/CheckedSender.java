package io.serviceconcept.eventsourcing.internal;

import java.util.List;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.OutboundEvent;
import io.serviceconcept.eventsourcing.Publishing;
import io.serviceconcept.eventsourcing.Sender;
import io.serviceconcept.eventsourcing.StatePublishing;

/**
 * Before it sends for the first time, looks whether the topic is ahead of the database: at the start the broker may be away.
 * Events and states alike leave through it: the consumers of a restored database's states have seen their revisions.
 */
public final class CheckedSender implements Sender {

    private final Sender sender;
    private final Publishing publishing;
    private final TopicTail tail;
    private volatile boolean checked;

    /** @param states who knows which states were lost; asked when something is sent for the first time */
    public CheckedSender(Sender sender, Publishing publishing, StatePublishing states, String bootstrapServers,
            DataSource dataSource) {
        this.sender = sender;
        this.publishing = publishing;
        this.tail = new TopicTail(bootstrapServers, dataSource, states);
    }

    /** @throws IllegalStateException when the topic holds events or states that the database has lost: nothing is sent */
    @Override
    public void send(List<OutboundEvent> events) {
        if (!checked) {
            List<TopicTail.Lost> lost = tail.lost(publishing.topic(), publishing.source());
            if (!lost.isEmpty()) {
                throw new IllegalStateException("this database was restored, start again to see what it lost: " + lost);
            }
            checked = true;
        }
        sender.send(events);
    }
}
