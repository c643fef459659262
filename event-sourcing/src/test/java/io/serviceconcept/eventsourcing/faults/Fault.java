package io.serviceconcept.eventsourcing.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to the processes. */
enum Fault {
    /** kill -9 of the process that appends. */
    KILL_WRITER,
    /** kill -9 of the process that holds the leases of projection and relay. */
    KILL_LEADER,
    /** kill -9 of the process that takes in. */
    KILL_CONSUMER,
    /** kill -9 of Kafka. */
    KILL_BROKER,
    /** kill -9 of PostgreSQL's main process. */
    KILL_POSTGRES,
    /** kill -9 of the process of one of PostgreSQL's connections, on which all the others are thrown out. */
    KILL_BACKEND,
    /** SIGSTOP of the holder of the leases until they are another's, then SIGCONT. */
    FREEZE_LEADER,
    /** A write transaction that stays open for seconds, while something else is killed. */
    HOLD_TRANSACTION;

    private static final List<Fault> BAG = List.of(KILL_WRITER, KILL_WRITER, KILL_LEADER, KILL_LEADER, KILL_CONSUMER,
            KILL_BROKER, KILL_POSTGRES, KILL_BACKEND, FREEZE_LEADER, HOLD_TRANSACTION);

    boolean kills() {
        return this != FREEZE_LEADER && this != HOLD_TRANSACTION;
    }

    /** Each kind at least once, in an order of chance. */
    static List<Fault> shuffled(Random random) {
        List<Fault> faults = new ArrayList<>(BAG);
        Collections.shuffle(faults, random);
        return faults;
    }
}
