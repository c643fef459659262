package io.serviceconcept.eventsourcing;

import java.util.List;

/**
 * States that a service publishes beside its events, to the same topic and under the same source. They have no sequence but
 * a revision in their data, and consumers keep the highest: so only the service can tell one that its database has lost, and
 * after a restore its revisions go on above all that it may have given before. {@link #REVISIONS} of each generation are
 * enough for that: a revision counts from {@code (generation - 1) * REVISIONS + 1}.
 */
@FunctionalInterface
public interface StatePublishing {

    /** How many revisions a state can have before a restore; the next generation begins above them. */
    long REVISIONS = 1L << 32;

    /** Of a service that publishes no states. */
    StatePublishing NONE = states -> List.of();

    /**
     * Those that are newer than what the database holds.
     *
     * @param states of the end of the topic in the order of its partitions, at most some thousands
     */
    List<InboundEvent> lost(List<InboundEvent> states);
}
