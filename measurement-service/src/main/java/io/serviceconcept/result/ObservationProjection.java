package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.eventsourcing.FollowUp;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.DurationSketch;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.observation.ObservationEvent;
import io.serviceconcept.observation.ObservationEvent.Content;
import io.serviceconcept.observation.ObservationEvent.Corrected;
import io.serviceconcept.observation.ObservationEvent.Counted;
import io.serviceconcept.observation.ObservationEvent.Reported;
import io.serviceconcept.observation.ObservationEvent.Retracted;
import io.serviceconcept.survey.SurveyEvent;

/** Keeps counted facts and reported figures with the days they are about, as they were corrected last. */
@ApplicationScoped
class ObservationProjection implements Projection {

    private final EditionCopy editions;

    ObservationProjection(EditionCopy editions) {
        this.editions = editions;
    }

    @Override
    public String name() {
        return "observation-days";
    }

    @Override
    public boolean takes(Class<?> eventType) {
        return ObservationEvent.class.isAssignableFrom(eventType) || IndicatorEvent.class.isAssignableFrom(eventType)
                || SurveyEvent.class.isAssignableFrom(eventType);
    }

    @Override
    public List<String> tables() {
        return List.of("counted", "reported");
    }

    @Override
    public List<String> queues() {
        return Stream.concat(ChangedDayRows.TABLES.stream(), Stream.of("recount")).toList();
    }

    /**
     * Every figure may be another now; those that are will be released. What became known while the rows were made was
     * counted in the old ones.
     */
    @Override
    public FollowUp rebuilt(Connection connection, String before, @Nullable String reached, int limit)
            throws SQLException {
        if (reached == null) {
            RecountRows.addAll(connection, Recount.What.OBSERVATIONS);
        }
        return new AllDayRows(List.of("counted", "reported", before + ".counted", before + ".reported"),
                List.of(AllDayRows.ORGANISATION, AllDayRows.INDICATOR, AllDayRows.Part.day("lower(days)")))
                .add(connection, reached, limit);
    }

    @Override
    public void project(Connection connection, int shard, List<RecordedEvent> events) throws SQLException {
        Set<ChangedDay> changed = new LinkedHashSet<>();
        if (events.stream().anyMatch(recorded -> recorded.event() instanceof Counted)) {
            RecountRows.joinTurn(connection);
        }
        Map<String, ObservedEditions> inForce = inForce(connection, events);
        for (RecordedEvent recorded : events) {
            String organisation = recorded.stream().organisation();
            if (recorded.event() instanceof ObservationEvent && recorded.version() > 1) {
                changed.addAll(takeAway(connection, recorded.stream()));
            }
            switch (recorded.event()) {
                case Content content -> {
                    insert(connection, recorded.stream(), content, inForce.get(organisation));
                    changed.add(day(organisation, content));
                }
                case Corrected corrected -> {
                    insert(connection, recorded.stream(), corrected.content(), inForce.get(organisation));
                    changed.add(day(organisation, corrected.content()));
                }
                case Retracted _ -> {
                    // it was taken away, and nothing comes in its place
                }
                case IndicatorEvent.Defined defined -> AllDayRows.addObserved(connection, organisation, defined);
                case SurveyEvent.DrawnUp drawn -> recountAsked(connection, organisation, drawn.questions());
                case SurveyEvent.Revised revised -> {
                    AllDayRows.addObserved(connection, organisation, revised);
                    recountAsked(connection, organisation, revised.questions());
                }
                default -> {
                    // responses have cells of their own
                }
            }
        }
        ChangedDayRows.add(connection, changed);
    }

    /** What was observed without a channel may be under an edition of the concept that asks about it from now on. */
    private static void recountAsked(Connection connection, String organisation, List<SurveyEvent.Question> questions)
            throws SQLException {
        Set<String> indicators = questions.stream().flatMap(question -> question.indicators().stream())
                .collect(Collectors.toSet());
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT min(lower(days)) AS day FROM counted WHERE organisation = ? AND indicator = ANY (?)"
                        + " AND channel IS NULL");
                ResultSet rows = Rows.bind(statement, organisation, connection.createArrayOf("text", indicators.toArray()))
                        .executeQuery()) {
            LocalDate first = rows.next() ? rows.getObject("day", LocalDate.class) : null;
            if (first != null) {
                RecountRows.add(connection, organisation, Recount.What.OBSERVATIONS, first);
            }
        }
    }

    private static ChangedDay day(String organisation, Content content) {
        return new ChangedDay(new IndicatorKey(organisation, content.indicator()), content.from());
    }

    /** What stands of an observation so far; its days are others without it. */
    private static Set<ChangedDay> takeAway(Connection connection, StreamId stream) throws SQLException {
        Set<ChangedDay> changed = new LinkedHashSet<>();
        for (String table : List.of("counted", "reported")) {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table
                    + " WHERE organisation = ? AND stream = ? RETURNING indicator, lower(days) AS day");
                    ResultSet rows = Rows.bind(statement, stream.organisation(), stream.name()).executeQuery()) {
                while (rows.next()) {
                    changed.add(new ChangedDay(new IndicatorKey(stream.organisation(), rows.getString("indicator")),
                            Rows.day(rows, "day")));
                }
            }
        }
        return changed;
    }

    private static @Nullable Content content(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case Content content -> content;
            case Corrected corrected -> corrected.content();
            default -> null;
        };
    }

    /** The editions under which was counted, by organisation. */
    private Map<String, ObservedEditions> inForce(Connection connection, List<RecordedEvent> events) throws SQLException {
        Map<String, Set<String>> channels = new HashMap<>();
        for (RecordedEvent recorded : events) {
            if (content(recorded) instanceof Counted counted) {
                Set<String> told = channels.computeIfAbsent(recorded.stream().organisation(), o -> new TreeSet<>());
                Stream.ofNullable(counted.channel()).forEach(told::add);
            }
        }
        Map<String, ObservedEditions> inForce = new HashMap<>();
        for (Map.Entry<String, Set<String>> entry : channels.entrySet()) {
            inForce.put(entry.getKey(), new ObservedEditions(connection, editions, entry.getKey(), entry.getValue()));
        }
        return inForce;
    }

    private static @Nullable InForce edition(Counted counted, @Nullable ObservedEditions inForce) throws SQLException {
        return inForce == null ? null : inForce.of(counted.indicator(), counted.channel(), counted.from()).orElse(null);
    }

    private static void insert(Connection connection, StreamId stream, Content content, @Nullable ObservedEditions inForce)
            throws SQLException {
        switch (content) {
            case Counted counted -> insert(connection, stream, counted, edition(counted, inForce));
            case Reported reported -> insert(connection, stream, reported);
        }
    }

    private static void insert(Connection connection, StreamId stream, Counted counted, @Nullable InForce edition)
            throws SQLException {
        // which kind it feeds is not asked: a bucket is of use to a time that stands alone, and does no harm to a count
        Integer bucket = counted.of() == null ? DurationSketch.bucket(counted.value()) : null;
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO counted (organisation, indicator, stream, days, value, channel, customer_group, location,
                    denominator, bucket, layer, edition)
                VALUES (?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            Rows.bind(statement, stream.organisation(), counted.indicator(), stream.name(),
                    counted.from(), counted.to(), counted.value(), counted.channel(), counted.group(), counted.location(),
                    counted.of(), bucket, edition == null ? null : edition.layer(counted.channel()),
                    edition == null ? null : edition.key()).executeUpdate();
        }
    }

    private static void insert(Connection connection, StreamId stream, Reported reported) throws SQLException {
        Slice slice = slice(reported);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO reported (organisation, indicator, stream, days, dimension, key, value, n, received_at,
                    source)
                VALUES (?, ?, ?, daterange(?, ?, '[]'), ?, ?, ?, ?, ?, ?)
                """)) {
            Rows.bind(statement, stream.organisation(), reported.indicator(), stream.name(),
                    reported.from(), reported.to(), slice.dimension(), slice.key(), reported.value(), reported.n(),
                    reported.receivedAt(), reported.source()).executeUpdate();
        }
    }

    private static Slice slice(Reported reported) {
        if (reported.channel() != null) {
            return Slice.of(Dimension.CHANNEL, reported.channel());
        }
        if (reported.group() != null) {
            return Slice.of(Dimension.GROUP, reported.group());
        }
        return reported.location() == null ? Slice.ALL : Slice.of(Dimension.LOCATION, reported.location());
    }
}
