package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.OptionalDouble;

/** One way to do a row's work, with a database and connections of its own. */
interface Contender extends AutoCloseable {

    String name();

    /** Does the row's work once: for this long, or all of it when the work has an end of its own. */
    Sample run(Duration slice) throws Exception;

    /** How often one operation waits for the server; empty where it cannot be seen. */
    default OptionalDouble roundTrips() throws Exception {
        return OptionalDouble.empty();
    }

    /** The process that calls the server. */
    default ProcessHandle client() {
        return ProcessHandle.current();
    }

    @Override
    void close() throws Exception;
}
