package io.serviceconcept.eventsourcing;

/**
 * What leaves a service: which events are public, and what the contract record of each says. One event is one record.
 */
public interface Publishing {

    /** The topic, for example {@code concept-events}. */
    String topic();

    /** The CloudEvents source, for example {@code /concept-service}. */
    String source();

    /** Whether events of this record leave the service. It decides at the append, so it must not depend on anything else. */
    boolean publishes(Class<?> eventType);

    /**
     * The contract record of a public event. The same whenever it is asked, since events are published again after a failure or
     * a rewind. Whatever it throws stops the relay of that event's shard: nothing is skipped, and it is asked again after a
     * pause that grows to 5 s.
     */
    PublicEvent publish(RecordedEvent recorded);
}
