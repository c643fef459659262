package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concepts.EditionCopy;
import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.concepts.EditionsInForce.InForce;

/** The editions that observations of an organisation belong to, by what is known now. */
final class ObservedEditions {

    private final Connection connection;
    private final EditionCopy editions;
    private final String organisation;
    private final EditionsInForce withChannels;
    private final Map<String, InForceRows> ofIndicators = new HashMap<>();

    /** @param channels on which was observed */
    ObservedEditions(Connection connection, EditionCopy editions, String organisation, Set<String> channels)
            throws SQLException {
        this.connection = connection;
        this.editions = editions;
        this.organisation = organisation;
        this.withChannels = editions.inForce(connection, organisation, Set.of(), channels);
    }

    /**
     * The edition in force that has the channel. Where none was told, the one in force of the concept that sets the indicator
     * a target or asks about it, if there is one alone.
     */
    Optional<InForce> of(String indicator, @Nullable String channel, LocalDate day) throws SQLException {
        if (channel != null) {
            return withChannels.withChannel(channel, day);
        }
        InForceRows known = ofIndicators.get(indicator);
        if (known == null) {
            known = InForceRows.read(connection, editions, new IndicatorKey(organisation, indicator));
            ofIndicators.put(indicator, known);
        }
        return known.only(day);
    }
}
