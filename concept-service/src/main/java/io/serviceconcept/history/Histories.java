package io.serviceconcept.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.http.Answers;
import io.serviceconcept.eventsourcing.http.Page;
import io.serviceconcept.eventsourcing.http.PageRequest;

/** Answers the history of a stream, page by page. */
@ApplicationScoped
public class Histories {

    private final EventTypes types;

    Histories(EventTypes types) {
        this.types = types;
    }

    /**
     * @param version the version that came with it
     * @param event the stable name of what happened
     * @param what the same in words
     * @param who the subject of the token of whoever did it
     * @param why the reason that was given, with what happened or with the request
     */
    public record HistoryEntry(long version, String event, String what, String who, Instant when, @Nullable String why) {
    }

    /** The shape of a page, for the API's description. */
    public record HistoryEntryPage(List<HistoryEntry> items) {
    }

    /**
     * @param events all of a stream, the first first
     * @param type what they are
     */
    public <E> Response page(List<RecordedEvent> events, Class<E> type, EventWording<? super E> wording,
            HistoryFilter filter, PageRequest request, UriInfo uri) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            E event = type.cast(recorded.event());
            entries.add(new HistoryEntry(recorded.version(), types.nameOf(event.getClass()), wording.tell(event),
                    recorded.metadata().actor(), recorded.recordedAt(), why(recorded, wording.reason(event))));
        }
        return Answers.page(uri, Page.among(entries.stream().filter(filter::holds).toList(), request, filter.sort(),
                HistoryFilter::place));
    }

    /** The reason that the event says; that of the request where it says none. */
    public static @Nullable String why(RecordedEvent recorded, @Nullable String said) {
        return said == null ? recorded.metadata().reason() : said;
    }
}
