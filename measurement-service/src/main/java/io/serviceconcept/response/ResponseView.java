package io.serviceconcept.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.response.ResponseEvent.OpenText;
import io.serviceconcept.response.ResponseEvent.ResponseCorrected;

/** A response as the API shows it. */
@Schema(name = "ResponseView")
record ResponseView(String id, int surveyVersion, Instant interactionAt, List<AnswerView> answers,
        @Nullable String channel, @Nullable String touchpoint, @Nullable String group, @Nullable String location,
        @Nullable String department, @Nullable String journey, @Nullable String pilot,
        @Schema(description = "The pseudonym of the one who answered; for admins alone, and not after an erasure.") @Nullable String customer,
        @Schema(description = "Whom it is about, for an erasure; for admins alone.") @Nullable String subject,
        Instant receivedAt, @Nullable Instant correctedAt) {

    /** What was answered to one question. */
    @Schema(name = "AnswerView")
    record AnswerView(String question, @Nullable BigDecimal value, @Nullable List<String> options,
            @Schema(description = "For admins alone, and not after an erasure.") @Nullable String text) {

        @Override
        public String toString() {
            return "AnswerView[not shown]";
        }

        static AnswerView of(Answer answer) {
            return new AnswerView(answer.question(), answer.value(), answer.options().isEmpty() ? null : answer.options(),
                    null);
        }
    }

    @Override
    public String toString() {
        return "ResponseView[not shown]";
    }

    /** @param personal whether what is about a person is shown */
    static ResponseView of(String id, Content content, boolean personal) {
        Circumstances of = content.circumstances();
        Personal customer = personal ? content.customer() : null;
        List<AnswerView> answers = Stream.concat(content.answers().stream().map(AnswerView::of),
                content.texts().stream()
                        .map(text -> new AnswerView(text.question(), null, null,
                                personal ? text.text().reveal().orElse(null) : null)))
                .toList();
        return new ResponseView(id, content.surveyVersion(), content.interactionAt(), answers, of.channel(),
                of.touchpoint(), of.group(), of.location(), of.department(), of.journey(), of.pilot(),
                customer == null ? null : customer.reveal().orElse(null), personal ? subject(content) : null,
                content.receivedAt(), content instanceof ResponseCorrected corrected ? corrected.correctedAt() : null);
    }

    /** Whom a response is about, null when it holds nothing personal. */
    static @Nullable String subject(Content content) {
        Personal customer = content.customer();
        if (customer != null) {
            return customer.subject().value();
        }
        return content.texts().stream().findFirst().map(OpenText::text).map(text -> text.subject().value()).orElse(null);
    }
}
