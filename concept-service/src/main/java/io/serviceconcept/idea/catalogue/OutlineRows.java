package io.serviceconcept.idea.catalogue;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

import io.serviceconcept.concept.Names;
import io.serviceconcept.idea.IdeaOutline;
import io.serviceconcept.idea.IdeaOutline.IdeaScores;

/** What an idea is, as its rows hold it. */
final class OutlineRows {

    /** In the order in which they are bound. */
    static final String COLUMNS = """
            title, title_key, origin, owner, needs, channels, customer_value, business_value, effort, cost,
                expected_effects""";
    /** A place for each column. */
    static final String PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb";

    private OutlineRows() {
    }

    /** Answers the number of the next parameter. */
    static int bind(PreparedStatement statement, IdeaOutline outline) throws SQLException {
        IdeaScores scores = outline.scores();
        statement.setString(1, outline.title());
        statement.setString(2, Names.folded(outline.title()));
        statement.setString(3, outline.origin().name());
        statement.setString(4, outline.owner());
        statement.setArray(5, statement.getConnection().createArrayOf("text", outline.needs().toArray()));
        statement.setArray(6, statement.getConnection().createArrayOf("text", outline.channels().toArray()));
        statement.setObject(7, scores == null ? null : scores.customerValue(), Types.INTEGER);
        statement.setObject(8, scores == null ? null : scores.businessValue(), Types.INTEGER);
        statement.setObject(9, scores == null ? null : scores.effort(), Types.INTEGER);
        statement.setBigDecimal(10, outline.cost());
        statement.setString(11, Effects.json(outline.expectedEffects()));
        return 12;
    }
}
