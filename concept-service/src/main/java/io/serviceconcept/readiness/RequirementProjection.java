package io.serviceconcept.readiness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

import io.serviceconcept.eventsourcing.InboundEvent;

/** Writes the local copy: what is told of a requirement last is how it is. */
public final class RequirementProjection {

    private static final String WRITE = """
            INSERT INTO known_requirement (organisation, requirement, concept, name, kind, channel, department, owner,
                due_date, blocking, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organisation, requirement) DO UPDATE
            SET name = excluded.name, kind = excluded.kind, channel = excluded.channel, department = excluded.department,
                owner = excluded.owner, due_date = excluded.due_date, blocking = excluded.blocking,
                state = excluded.state""";

    private RequirementProjection() {
    }

    /**
     * @throws IllegalArgumentException if the record is not one of a requirement
     */
    public static void write(Connection connection, InboundEvent event) throws SQLException {
        RequirementTold told = event.as(RequirementTold.class);
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setString(1, event.organisation());
            statement.setString(2, told.requirement());
            statement.setString(3, told.concept());
            statement.setString(4, told.name());
            statement.setString(5, told.kind());
            statement.setString(6, told.channel());
            statement.setString(7, told.department());
            statement.setString(8, told.owner());
            statement.setObject(9, told.dueDate(), Types.DATE);
            statement.setBoolean(10, told.blocks());
            statement.setString(11, told.state());
            statement.executeUpdate();
        }
    }
}
