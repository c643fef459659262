package io.serviceconcept.webhook;

import java.util.Base64;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.intake.Ids;

/** A subscription to make, or what it is to be from now on. */
@Schema(name = "NewWebhookSubscription", examples = """
        {"name": "Video calls", "tool": "FORMBRICKS", "survey": "7a9dd280-0000-4000-8000-000000000001", "mapping": {
          "questions": [{"theirs": "wgn3v0", "ours": "mark", "choices": []}], "fields": [], "ignored": ["welcome"]}}""")
record NewSubscription(@NotBlank @Size(max = 200) String name, @NotNull Tool tool,
        @Schema(description = "The survey that the responses are to.") @NotNull @Pattern(regexp = Ids.PATTERN) String survey,
        @NotNull @Valid ToolMapping mapping,
        @Schema(description = "What the tool signs with, when it makes its secret itself, as Formbricks does; without it we make one.") @Size(min = 8, max = 200) @Nullable String secret) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "NewSubscription[" + name + ']';
    }

    /** What the questions of the tool are called here. */
    @Schema(name = "WebhookMapping")
    record ToolMapping(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid QuestionMapping> questions,
            @Schema(description = "Fields of the tool that say where the interaction took place.") @Size(max = 20) @Nullable List<@NotNull @Valid FieldMapping> fields,
            @Schema(description = "Questions of the tool that are left aside; any other one is reported.") @Size(max = 200) @Nullable List<@NotBlank @Size(max = 200) String> ignored) {

        Mapping mapping() {
            return new Mapping(questions.stream().map(QuestionMapping::mapped).toList(),
                    fields == null ? List.of()
                            : fields.stream().map(field -> new Mapping.MappedField(field.theirs(), field.ours())).toList(),
                    ignored == null ? List.of() : ignored);
        }

        static ToolMapping of(Mapping mapping) {
            return new ToolMapping(mapping.questions().stream().map(QuestionMapping::of).toList(),
                    mapping.fields().stream().map(field -> new FieldMapping(field.theirs(), field.ours())).toList(),
                    mapping.ignored());
        }
    }

    /** A question of the tool and ours. */
    @Schema(name = "WebhookQuestion")
    record QuestionMapping(
            @Schema(description = "The tool's id of the question; of Typeform its ref, or else its id.") @NotBlank @Size(max = 200) String theirs,
            @NotBlank @Size(max = 200) String ours,
            @Schema(description = "What the tool's answers mean; without any, an answer is taken as it is.") @Size(max = 200) @Nullable List<@NotNull @Valid ChoiceMapping> choices) {

        Mapping.MappedQuestion mapped() {
            return new Mapping.MappedQuestion(theirs, ours, choices == null ? List.of()
                    : choices.stream().map(choice -> new Mapping.MappedChoice(choice.theirs(), choice.ours())).toList());
        }

        static QuestionMapping of(Mapping.MappedQuestion question) {
            return new QuestionMapping(question.theirs(), question.ours(), question.choices().stream()
                    .map(choice -> new ChoiceMapping(choice.theirs(), choice.ours())).toList());
        }
    }

    /** An answer of the tool and ours. */
    @Schema(name = "WebhookChoice")
    record ChoiceMapping(
            @Schema(description = "As the tool sends it; of Typeform a choice's ref, id or label.") @NotBlank @Size(max = 1000) String theirs,
            @Schema(description = "A mark, the id of an option, yes or no.") @NotBlank @Size(max = 200) String ours) {
    }

    /** A field of the tool and of a response. */
    @Schema(name = "WebhookField")
    record FieldMapping(@NotBlank @Size(max = 200) String theirs,
            @Schema(description = "As in location or group.") @NotBlank @Size(max = 50) String ours) {
    }

    SubscriptionContent content() {
        return new SubscriptionContent(name, tool, Ids.canonical(survey), mapping.mapping());
    }

    /** A secret that the tool made. */
    @Schema(name = "WebhookSecret")
    record ToolSecret(
            @Schema(description = "What the tool signs with, when it makes its secret itself, as Formbricks does; without it we make one.") @Size(min = 8, max = 200) @Nullable String secret) {

        /**
         * @throws InvalidInput when a tool that signs by Standard Webhooks cannot sign with it
         */
        @Nullable
        String checked(Tool tool) {
            return NewSubscription.checked(secret, tool);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "ToolSecret";
        }
    }

    /**
     * The secret that the tool made, null when it made none.
     *
     * @throws InvalidInput when a tool that signs by Standard Webhooks cannot sign with it
     */
    @Nullable
    String checkedSecret() {
        return checked(secret, tool);
    }

    private static @Nullable String checked(@Nullable String secret, Tool tool) {
        if (secret == null || tool == Tool.TYPEFORM) {
            return secret;
        }
        try {
            String encoded = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : "";
            if (Base64.getDecoder().decode(encoded).length >= 16) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // no base64: said below
        }
        throw new InvalidInput("/secret", "is whsec_ and at least 16 bytes in base64");
    }
}
