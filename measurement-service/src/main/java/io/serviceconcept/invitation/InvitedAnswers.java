package io.serviceconcept.invitation;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.serviceconcept.response.NewResponse.ResponseAnswer;

/** What somebody answers who was invited. Who it was and where is not asked. */
@Schema(name = "InvitedAnswers")
record InvitedAnswers(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ResponseAnswer> answers) {
}
