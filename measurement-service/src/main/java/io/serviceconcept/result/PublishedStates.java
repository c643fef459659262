package io.serviceconcept.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.StatePublishing;

/** Which of the results and verdicts that were published a restored database has lost. */
@ApplicationScoped
class PublishedStates implements StatePublishing {

    private final AgroalDataSource dataSource;

    PublishedStates(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<InboundEvent> lost(List<InboundEvent> states) {
        List<InboundEvent> lost = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (InboundEvent state : states) {
                if (isLost(connection, state)) {
                    lost.add(state);
                }
            }
        } catch (SQLException e) {
            throw new EventStoreUnavailable(e);
        }
        return lost;
    }

    private static boolean isLost(Connection connection, InboundEvent state) throws SQLException {
        return switch (state.type()) {
            case ResultReleased.TYPE -> {
                ResultReleased result = state.as(ResultReleased.class);
                yield ReleasedResultRows.revision(connection, state.organisation(), result) < result.revision();
            }
            case TargetJudged.TYPE -> {
                TargetJudged verdict = state.as(TargetJudged.class);
                yield ReleasedVerdictRows.revision(connection, state.organisation(), verdict) < verdict.revision();
            }
            default -> false;
        };
    }
}
