package io.serviceconcept.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.exports.ExportEventTypes;
import io.serviceconcept.indicator.IndicatorEventTypes;
import io.serviceconcept.invitation.InvitationEventTypes;
import io.serviceconcept.observation.ObservationEventTypes;
import io.serviceconcept.plan.PlanEventTypes;
import io.serviceconcept.response.ResponseEventTypes;
import io.serviceconcept.survey.SurveyEventTypes;
import io.serviceconcept.volume.VolumeEventTypes;
import io.serviceconcept.webhook.SubscriptionEventTypes;

/** All events of this service. */
@ApplicationScoped
class MeasurementEventTypes {

    @Produces
    @Singleton
    EventTypes types() {
        return EventTypes.of(IndicatorEventTypes.TYPES, SurveyEventTypes.TYPES, ResponseEventTypes.TYPES,
                ObservationEventTypes.TYPES, InvitationEventTypes.TYPES, VolumeEventTypes.TYPES, PlanEventTypes.TYPES,
                SubscriptionEventTypes.TYPES, ExportEventTypes.TYPES);
    }
}
