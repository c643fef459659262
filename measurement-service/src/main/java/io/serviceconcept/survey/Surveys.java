package io.serviceconcept.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.indicator.ChangeOf;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.intake.Ids;

/** The surveys, for those who take in and count their responses. */
@ApplicationScoped
public class Surveys {

    private static final int KEPT = 10_000;

    /** How long another instance's revision may be unknown here. A version itself never changes. */
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final EventStore store;
    private final SurveyQueries queries;
    private final Map<StreamId, Known> known = new ConcurrentHashMap<>();

    private record Known(List<SurveyVersion> versions, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH;
        }
    }

    Surveys(EventStore store, SurveyQueries queries) {
        this.store = store;
        this.queries = queries;
    }

    /** The newest version, empty when the organisation has no such survey. */
    public Optional<SurveyVersion> find(String organisation, String survey) {
        List<SurveyVersion> versions = versions(organisation, survey);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** All that happened to a survey, the first first; nothing when the organisation has no such survey. */
    List<RecordedEvent> history(String organisation, String survey) {
        return history(organisation, survey, AsOf.now());
    }

    /** The same, as far as it was recorded then. */
    List<RecordedEvent> history(String organisation, String survey, AsOf asOf) {
        return Ids.isId(survey) ? store.read(stream(organisation, survey), asOf) : List.of();
    }

    /** @param version from 1 */
    public Optional<SurveyVersion> find(String organisation, String survey, int version) {
        if (!Ids.isId(survey) || version < 1) {
            return Optional.empty();
        }
        StreamId stream = stream(organisation, survey);
        Known kept = known.get(stream);
        List<SurveyVersion> versions = kept != null && kept.versions().size() >= version ? kept.versions()
                : read(stream).versions();
        return version <= versions.size() ? Optional.of(versions.get(version - 1)) : Optional.empty();
    }

    /** All versions, the first one first; none when the organisation has no such survey. */
    public List<SurveyVersion> versions(String organisation, String survey) {
        if (!Ids.isId(survey)) {
            return List.of();
        }
        StreamId stream = stream(organisation, survey);
        Known kept = known.get(stream);
        return (kept != null && kept.isFresh() ? kept : read(stream)).versions();
    }

    /** The version in which interactions of a moment are answered: the first one for those before it came into use. */
    public Optional<SurveyVersion> inUse(String organisation, String survey, Instant interactionAt) {
        List<SurveyVersion> versions = versions(organisation, survey);
        return versions.stream().filter(version -> !interactionAt.isBefore(version.inUseFrom()))
                .reduce((one, later) -> later).or(() -> versions.stream().findFirst());
    }

    /** Since when answers that feed an indicator are not comparable with those before: a question asks something else. */
    public SortedSet<Instant> breaks(String organisation, IndicatorEvent.Defined indicator) {
        ChangeOf change = indicator.change();
        // a rate is comparable as far as what it is the change of
        return queries.breaks(organisation, change == null ? indicator.indicator() : change.indicator());
    }

    /** How many answers change a figure of an indicator at once: as many as the strictest survey asks that feeds it. */
    public int releaseStep(String organisation, String indicator) {
        return queries.releaseStep(organisation, indicator);
    }

    private static StreamId stream(String organisation, String survey) {
        return new SurveyId(Ids.canonical(survey)).stream(organisation);
    }

    /** Forgets what was read before, because it was changed. */
    void changed(String organisation, String survey) {
        known.remove(stream(organisation, survey));
    }

    private Known read(StreamId stream) {
        long readAt = System.nanoTime();
        List<SurveyVersion> versions = store.read(stream, 0).stream()
                .map(recorded -> SurveyVersion.of((SurveyEvent) recorded.event())).toList();
        Known read = new Known(versions, readAt);
        if (!versions.isEmpty() && (known.size() < KEPT || known.containsKey(stream))) {
            known.put(stream, read);
        }
        return read;
    }
}
