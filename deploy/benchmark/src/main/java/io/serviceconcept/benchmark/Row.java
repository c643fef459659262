package io.serviceconcept.benchmark;

import java.util.List;

/** One line of the list of bars: prepares its data, measures, and says what came of it. */
interface Row {

    /** As in the list of bars: {@code P1}. */
    String id();

    /** Whether it starts services, which takes long: a quick run leaves it out unless it is asked for. */
    default boolean startsServices() {
        return false;
    }

    List<Outcome> run(Bench bench) throws Exception;
}
