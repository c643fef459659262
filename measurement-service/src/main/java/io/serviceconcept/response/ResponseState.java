package io.serviceconcept.response;

import io.serviceconcept.response.ResponseEvent.Content;

/** A response as far as decisions need it. */
sealed interface ResponseState {

    /** It never came, or it does not count any more. */
    record Absent() implements ResponseState {
    }

    /** @param content what it says now */
    record Standing(Content content) implements ResponseState {
    }
}
