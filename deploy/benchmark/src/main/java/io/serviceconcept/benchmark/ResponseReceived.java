package io.serviceconcept.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event that is measured: one answered survey, as measurement-service keeps it. */
record ResponseReceived(UUID survey, Instant interactionAt, String channel, String segment, UUID touchpoint,
        List<Mark> marks, String remark) {

    static final String TYPE = "response.received.v1";

    /** @param score 1–10 */
    record Mark(String indicator, int score) {
    }
}
