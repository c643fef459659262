package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.figure.Period;
import io.serviceconcept.jdbc.Rows;

/** The editions under which figures of an indicator are told: of the concepts that set it a target, or ask about it. */
record InForceRows(SortedSet<String> concepts, EditionsInForce editions) {

    static InForceRows read(Connection connection, EditionCopy editions, IndicatorKey indicator) throws SQLException {
        SortedSet<String> concepts = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT concept FROM objective WHERE organisation = ? AND indicator = ?
                UNION
                SELECT content::jsonb ->> 'concept' FROM survey
                WHERE id IN (SELECT survey FROM survey_feed WHERE organisation = ? AND indicator = ?)
                """);
                ResultSet rows = Rows.bind(statement, indicator.organisation(), indicator.id(), indicator.organisation(),
                        indicator.id()).executeQuery()) {
            while (rows.next()) {
                concepts.add(rows.getString(1));
            }
        }
        return new InForceRows(concepts, editions.inForce(connection, indicator.organisation(), concepts, Set.of()));
    }

    /** Those in force on the last day of a period, of one that is not over today. */
    List<String> of(Period period, LocalDate today) {
        LocalDate day = period.openOn(today) ? today : period.to();
        return concepts.stream().map(concept -> editions.on(concept, day)).flatMap(Optional::stream).map(InForce::key)
                .toList();
    }

    /** The one in force on a day; none when there are several: nobody tells which of them it is about. */
    Optional<InForce> only(LocalDate day) {
        List<InForce> inForce = concepts.stream().map(concept -> editions.on(concept, day)).flatMap(Optional::stream).toList();
        return inForce.size() == 1 ? Optional.of(inForce.getFirst()) : Optional.empty();
    }
}
