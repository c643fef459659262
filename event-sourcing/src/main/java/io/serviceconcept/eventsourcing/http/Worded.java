package io.serviceconcept.eventsourcing.http;

import java.util.function.UnaryOperator;

/** What a problem lists beside its violations and says in words too. */
public interface Worded {

    /** The same in another language. */
    Worded in(UnaryOperator<String> language);
}
