package io.serviceconcept.survey;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.intake.MarkScale;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;

/** What a frontend shows to who answers, in one language; what the answers are used for is left out. */
@Schema(name = "SurveyForm")
public record SurveyForm(String survey,
        @Schema(description = "To be sent along with the answers.") int version, String language, String name,
        List<FormQuestion> questions) {

    /** A question to show. */
    @Schema(name = "FormQuestion")
    public record FormQuestion(String id, QuestionType type, String text, boolean required, @Nullable MarkScale scale,
            @Nullable List<FormOption> options) {
    }

    /** Something to choose, a YES_NO's yes and no included. */
    @Schema(name = "FormOption")
    public record FormOption(String id, String text) {
    }

    public static SurveyForm of(SurveyVersion survey, SurveyLanguage language) {
        return new SurveyForm(survey.survey(), survey.version(), language.tag(), survey.name(),
                survey.questions().stream().map(question -> question(question, language)).toList());
    }

    private static FormQuestion question(Question question, SurveyLanguage language) {
        return new FormQuestion(question.id(), question.type(), language.of(question.text()), question.required(),
                MarkScale.of(question.scale()), switch (question.type()) {
                    case YES_NO -> List.of(new FormOption(QuestionType.YES, language.yes()),
                            new FormOption(QuestionType.NO, language.no()));
                    case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                        question.options().stream().map(option -> option(option, language)).toList();
                    case RATING, MARK, NPS, TEXT -> null;
                });
    }

    private static FormOption option(Option option, SurveyLanguage language) {
        return new FormOption(option.id(), language.of(option.text()));
    }
}
