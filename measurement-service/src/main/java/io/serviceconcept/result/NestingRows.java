package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.privacy.Nesting;

/** Which slices lie in which, as the editions of concepts and the published journeys tell. */
final class NestingRows {

    private NestingRows() {
    }

    static Nesting read(Connection connection, String organisation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT DISTINCT 'CHANNEL' AS inner_dimension, channel AS inner_key, 'LAYER' AS dimension, layer AS key
                FROM edition_channel WHERE organisation = ?
                UNION SELECT 'TOUCHPOINT', touchpoint, 'JOURNEY', journey FROM touchpoint WHERE organisation = ?
                UNION SELECT 'JOURNEY', journey, 'SERVICE', service FROM touchpoint
                WHERE organisation = ? AND service IS NOT NULL
                """);
                ResultSet rows = Rows.bind(statement, organisation, organisation, organisation).executeQuery()) {
            Map<Slice, List<Slice>> told = new HashMap<>();
            while (rows.next()) {
                Slice inner = Slice.of(Dimension.valueOf(rows.getString("inner_dimension")), rows.getString("inner_key"));
                told.computeIfAbsent(inner, i -> new ArrayList<>())
                        .add(Slice.of(Dimension.valueOf(rows.getString("dimension")), rows.getString("key")));
            }
            return new Nesting(told);
        }
    }
}
