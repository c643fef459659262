package io.serviceconcept.webhook;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.http.Violation;

/**
 * What would become of a body that a tool sends.
 *
 * @param taken whether it would be taken in
 */
@Schema(name = "WebhookTrial")
record WebhookTrial(boolean taken,
        @Schema(description = "What is sent, when it is of no concern, as a response that is not finished.") @Nullable String ofNoConcern,
        @Schema(type = SchemaType.OBJECT, description = "The response as it would be pushed.") @Nullable JsonNode response,
        @Schema(description = "What is not in it, with the tool's name of the question.") List<Violation> leftOut,
        @Schema(description = "Why it would be refused.") List<Violation> errors) {
}
