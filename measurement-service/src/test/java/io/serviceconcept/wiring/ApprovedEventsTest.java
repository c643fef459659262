package io.serviceconcept.wiring;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.testing.ApprovedEvents;
import io.serviceconcept.exports.ExportEvent;
import io.serviceconcept.indicator.IndicatorEvent;
import io.serviceconcept.invitation.InvitationEvent;
import io.serviceconcept.observation.ObservationEvent;
import io.serviceconcept.plan.PlanEvent;
import io.serviceconcept.response.ResponseEvent;
import io.serviceconcept.survey.SurveyEvent;
import io.serviceconcept.volume.VolumeEvent;
import io.serviceconcept.webhook.SubscriptionEvent;

class ApprovedEventsTest {

    @Test
    void whatWasStoredOnceStaysReadable() {
        ApprovedEvents.verify(new MeasurementEventTypes().types(), IndicatorEvent.class, SurveyEvent.class,
                ResponseEvent.class, ObservationEvent.class, InvitationEvent.class, VolumeEvent.class,
                PlanEvent.class, SubscriptionEvent.class, ExportEvent.class);
    }
}
