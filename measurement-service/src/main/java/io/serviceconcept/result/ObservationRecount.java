package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce.InForce;

/** Puts observations anew in the layer and the edition that they belong to by what is known now. */
@ApplicationScoped
class ObservationRecount {

    /** Those that are looked at in one transaction. */
    private static final int SOME = 2_000;

    private final EditionCopy editions;

    ObservationRecount(EditionCopy editions) {
        this.editions = editions;
    }

    /** @return the last that was looked at, nothing when none is left */
    List<String> some(Connection connection, Recount recount) throws SQLException {
        List<ObservedRows.Observed> before = ObservedRows.some(connection, recount, SOME);
        if (before.isEmpty()) {
            return List.of();
        }
        ObservedEditions inForce = new ObservedEditions(connection, editions, recount.organisation(), before.stream()
                .map(ObservedRows.Observed::channel).flatMap(Stream::ofNullable).collect(Collectors.toSet()));
        List<ObservedRows.Observed> after = new ArrayList<>();
        Set<ChangedDay> changed = new LinkedHashSet<>();
        for (ObservedRows.Observed observed : before) {
            InForce edition = inForce.of(observed.indicator(), observed.channel(), observed.day()).orElse(null);
            ObservedRows.Observed again = observed.in(edition);
            if (!again.equals(observed)) {
                after.add(again);
                changed.add(new ChangedDay(new IndicatorKey(recount.organisation(), observed.indicator()), observed.day()));
            }
        }
        ObservedRows.write(connection, recount.organisation(), after);
        ChangedDayRows.add(connection, changed);
        return List.of(before.getLast().indicator(), before.getLast().stream());
    }
}
