package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.journeys.KnownTouchpoints;
import io.serviceconcept.journeys.TouchpointCopy;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.survey.Surveys;

/** Counts responses anew by what is known now. */
@ApplicationScoped
class ResponseRecount {

    /** Those that are looked at in one transaction. */
    private static final int SOME = 2_000;

    private final Surveys surveys;
    private final TouchpointCopy touchpoints;
    private final EditionCopy editions;

    ResponseRecount(Surveys surveys, TouchpointCopy touchpoints, EditionCopy editions) {
        this.surveys = surveys;
        this.touchpoints = touchpoints;
        this.editions = editions;
    }

    /** @return the last that was looked at, nothing when none is left */
    List<String> some(Connection connection, Recount recount) throws SQLException {
        String after = recount.reached().isEmpty() ? "" : recount.reached().getFirst();
        String last = CountedResponseRows.last(connection, recount.organisation(), after, SOME);
        if (last == null) {
            return List.of();
        }
        Map<StreamId, CountedResponse> before = CountedResponseRows.between(connection, recount, after, last);
        if (!before.isEmpty()) {
            write(connection, recount.organisation(), before, again(connection, recount.organisation(), before));
        }
        return List.of(last);
    }

    private SortedMap<StreamId, @Nullable CountedResponse> again(Connection connection, String organisation,
            Map<StreamId, CountedResponse> before) throws SQLException {
        Map<String, SurveyVersion> versions = new HashMap<>();
        before.values().forEach(counted -> versions.computeIfAbsent(version(counted),
                v -> surveys.find(organisation, counted.survey(), counted.surveyVersion()).orElseThrow()));
        KnownTouchpoints known = touchpoints.known(connection, organisation,
                told(before.values(), place -> place.touchpoint()), told(before.values(), place -> place.toldJourney()));
        EditionsInForce inForce = editions.inForce(connection, organisation,
                versions.values().stream().map(SurveyVersion::concept).collect(Collectors.toSet()), Set.of());
        SortedMap<StreamId, @Nullable CountedResponse> after = new TreeMap<>();
        before.forEach((stream, counted) -> {
            SurveyVersion survey = Objects.requireNonNull(versions.get(version(counted)));
            CountedResponse again = new ResponseMarks(survey, known, inForce).again(counted);
            if (!again.equals(counted)) {
                after.put(stream, again);
            }
        });
        return after;
    }

    private static void write(Connection connection, String organisation, Map<StreamId, CountedResponse> before,
            SortedMap<StreamId, @Nullable CountedResponse> after) throws SQLException {
        Cells cells = new Cells();
        after.forEach((stream, counted) -> cells.change(organisation, before.get(stream), counted));
        SortedMap<CellKey, Long> changes = cells.all();
        CountedResponseRows.write(connection, after);
        // any shard will do: they are added up
        ResponseProjection.add(connection, 0, changes);
        ChangedDayRows.add(connection, ResponseProjection.changed(changes));
    }

    private static String version(CountedResponse counted) {
        return counted.survey() + '/' + counted.surveyVersion();
    }

    private static Set<String> told(Collection<CountedResponse> responses,
            Function<CountedResponse.Place, @Nullable String> what) {
        Set<String> told = new TreeSet<>();
        for (CountedResponse counted : responses) {
            String value = what.apply(counted.place());
            if (value != null) {
                told.add(value);
            }
        }
        return told;
    }
}
