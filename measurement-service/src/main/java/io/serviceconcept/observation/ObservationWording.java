package io.serviceconcept.observation;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** What happened to an observation, in words. */
final class ObservationWording implements EventWording<ObservationEvent> {

    @Override
    public String tell(ObservationEvent event) {
        return switch (event) {
            case ObservationEvent.Counted counted -> "Counted " + counted.value().toPlainString() + over(counted);
            case ObservationEvent.Reported reported -> "Reported " + reported.value().toPlainString() + over(reported);
            case ObservationEvent.Corrected corrected ->
                "Corrected to " + corrected.content().value().toPlainString() + over(corrected.content());
            case ObservationEvent.Retracted retracted -> "Retracted";
        };
    }

    private static String over(ObservationEvent.Content content) {
        return content.from().equals(content.to()) ? " on " + content.from()
                : " from " + content.from() + " to " + content.to();
    }

    @Override
    public @Nullable String reason(ObservationEvent event) {
        return null;
    }
}
