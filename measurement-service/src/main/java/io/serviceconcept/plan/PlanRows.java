package io.serviceconcept.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.EditionReader;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.time.Calendars;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.jdbc.Rows;
import io.serviceconcept.plan.PlannedEdition.PlannedTarget;

/** Derives a plan for each objective and service level of an edition, as soon as it is adopted. */
@ApplicationScoped
class PlanRows implements EditionReader {

    private final Calendars calendars;

    PlanRows(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public void adopted(Connection connection, InboundEvent event) throws SQLException {
        PlannedEdition edition = event.as(PlannedEdition.class);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO measurement_plan (organisation, plan, concept, edition, in_force_from, target, name, indicator,
                    period_kind, dimension, key, owner, derived_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            for (PlannedTarget target : edition.targets().toList()) {
                Slice slice = target.of();
                Rows.bind(statement, event.organisation(),
                        PlanId.of(event.organisation(), edition.concept(), target.id()).value(), edition.concept(),
                        edition.edition(), edition.inForceFrom(), target.id(), target.name(), target.indicator(),
                        target.window(), slice.dimension(), slice.key(), target.owner(),
                        calendars.of(event.organisation()).dayOf(event.time())).addBatch();
            }
            statement.executeBatch();
        }
    }
}
