package io.serviceconcept.concept;

import static io.serviceconcept.concept.Given.coherent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.serviceconcept.concept.ConceptCommand.ChangeStatus;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.GateOverride;
import io.serviceconcept.concept.ConceptEvent.OverriddenRequirement;
import io.serviceconcept.concept.ConceptRejection.ChannelNotReady;
import io.serviceconcept.concept.ConceptRejection.Stale;
import io.serviceconcept.concept.ConceptRejection.StatusNotNext;
import io.serviceconcept.eventsourcing.EventTypes;

class ReadinessRulesTest {

    private static final OpenRequirement SOFTWARE = new OpenRequirement("r1", "Software", "ICT", null,
            LocalDate.of(2026, 12, 1));
    private static final OpenRequirement TRAINING = new OpenRequirement("r2", "Training", "HR", "Anna", null);
    private static final List<OpenRequirement> BLOCKING = List.of(SOFTWARE, TRAINING);
    private static final GateOverride OVERRIDE = new GateOverride("We call back",
            List.of(new OverriddenRequirement("r1", "Software"), new OverriddenRequirement("r2", "Training")));

    private static ChangeStatus to(ChannelStatus status, @Nullable String override) {
        return new ChangeStatus(3, "web", status, "Ready", BLOCKING, override);
    }

    @Test
    void whatIsNotReadyDoesNotBecomeActive() {
        coherent().when(to(ChannelStatus.ACTIVE, null)).thenRejected(new ChannelNotReady(BLOCKING));
        coherent().given(new ConceptProposed()).when(to(ChannelStatus.ACTIVE, null))
                .thenRejected(new ChannelNotReady(BLOCKING));
    }

    @Test
    void anOverrideRemembersWhatWasOpen() {
        coherent().when(to(ChannelStatus.ACTIVE, "We call back"))
                .then(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, "Ready", OVERRIDE));
    }

    @Test
    void whereNothingIsOpenNothingIsOverridden() {
        coherent().when(new ChangeStatus(3, "web", ChannelStatus.ACTIVE, "Ready", List.of(), "We call back"))
                .then(new ChannelStatusChanged("web", ChannelStatus.ACTIVE, "Ready"));
    }

    @Test
    void everyOtherStatusIsOpenToWhatIsNotReady() {
        coherent().when(to(ChannelStatus.PILOT, null)).then(new ChannelStatusChanged("web", ChannelStatus.PILOT, "Ready"));
    }

    @Test
    void whatHoldsForAnyChangeOfStatusIsSaidFirst() {
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.RETIRED, null))
                .when(to(ChannelStatus.ACTIVE, null)).thenRejected(new Stale(7));
        coherent().given(new ChannelStatusChanged("web", ChannelStatus.RETIRED, null))
                .when(new ChangeStatus(7, "web", ChannelStatus.ACTIVE, null, BLOCKING, null))
                .thenRejected(new StatusNotNext(ChannelStatus.RETIRED, ChannelStatus.ACTIVE));
    }

    @Test
    void anOverrideIsStoredWithTheStatus() throws IOException {
        ChannelStatusChanged changed = new ChannelStatusChanged("web", ChannelStatus.ACTIVE, null, OVERRIDE);
        String json = """
                {"channel": "web", "status": "ACTIVE", "override": {"reason": "We call back", "requirements": [
                    {"id": "r1", "name": "Software"}, {"id": "r2", "name": "Training"}]}}""";

        assertThat(EventTypes.json().readValue(json, ChannelStatusChanged.class)).isEqualTo(changed);
        assertThat(EventTypes.json().<com.fasterxml.jackson.databind.JsonNode> valueToTree(changed))
                .isEqualTo(EventTypes.json().readTree(json));
    }
}
