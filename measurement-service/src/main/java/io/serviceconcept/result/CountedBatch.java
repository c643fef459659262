package io.serviceconcept.result;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.response.ResponseEvent;

/**
 * What a batch of events makes of the responses it is about. Only the last event of each response matters: it tells all of
 * it, or that it does not count any more.
 */
record CountedBatch(Cells cells, SortedMap<StreamId, @Nullable CountedResponse> after) {

    /**
     * @param events in the order of the log; others than those of responses are passed over
     * @param before what is counted of those responses so far
     * @param count what is counted of a response as it is told
     */
    static CountedBatch of(Iterable<RecordedEvent> events, Map<StreamId, CountedResponse> before,
            Function<RecordedEvent, CountedResponse> count) {
        SortedMap<StreamId, RecordedEvent> last = new TreeMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ResponseEvent) {
                last.put(recorded.stream(), recorded);
            }
        }
        Cells cells = new Cells();
        SortedMap<StreamId, @Nullable CountedResponse> after = new TreeMap<>();
        last.forEach((stream, recorded) -> {
            CountedResponse counted = switch ((ResponseEvent) recorded.event()) {
                case ResponseEvent.Content content -> count.apply(recorded);
                case ResponseEvent.ResponseRetracted retracted -> null;
            };
            cells.change(stream.organisation(), before.get(stream), counted);
            after.put(stream, counted);
        });
        return new CountedBatch(cells, after);
    }
}
