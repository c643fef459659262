package io.serviceconcept.response;

import java.time.Instant;

import io.serviceconcept.response.ResponseEvent.ResponseReceived;

/** What can be asked of a response that was received. */
sealed interface ResponseCommand {

    /** @param content what it is to say, as if it came only now */
    record Correct(ResponseReceived content) implements ResponseCommand {
    }

    /** @param content what a survey tool says of it, which may come late, or again */
    record Tell(ResponseReceived content) implements ResponseCommand {
    }

    record Retract(Instant now) implements ResponseCommand {
    }
}
