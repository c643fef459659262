package io.serviceconcept.response;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** What happened to a response, in words, without what it says. */
final class ResponseWording implements EventWording<ResponseEvent> {

    @Override
    public String tell(ResponseEvent event) {
        return switch (event) {
            case ResponseEvent.ResponseReceived received ->
                "Received, to version " + received.surveyVersion() + " of the survey";
            case ResponseEvent.ResponseCorrected corrected ->
                "Corrected, to version " + corrected.surveyVersion() + " of the survey";
            case ResponseEvent.ResponseRetracted retracted -> "Retracted";
        };
    }

    @Override
    public @Nullable String reason(ResponseEvent event) {
        return null;
    }
}
