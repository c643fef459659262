package io.serviceconcept.response;

import io.serviceconcept.response.ResponseEvent.Content;

/** A response as far as decisions need it. */
sealed interface ResponseState {

    /**
     * It does not count.
     *
     * @param retracted whether it did once
     */
    record Absent(boolean retracted) implements ResponseState {
    }

    /** @param content what it says now */
    record Standing(Content content) implements ResponseState {
    }
}
