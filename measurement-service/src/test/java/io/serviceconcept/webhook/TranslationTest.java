package io.serviceconcept.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Option;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;
import io.serviceconcept.webhook.Mapping.MappedChoice;
import io.serviceconcept.webhook.Mapping.MappedField;
import io.serviceconcept.webhook.Mapping.MappedQuestion;

class TranslationTest {

    private static final Wording ANY = new Wording("?", null);
    private static final SurveyVersion SURVEY = new SurveyVersion("survey", 1, "Survey", "concept", null, null,
            Instant.EPOCH, Audience.CUSTOMER, 1, List.of(
                    new Question("mark", QuestionType.RATING, ANY, new Scale(BigDecimal.ONE, BigDecimal.TEN), List.of(), true,
                            List.of(), null),
                    choice("heard", QuestionType.MULTIPLE_CHOICE), choice("best", QuestionType.SINGLE_CHOICE)));
    private static final List<MappedChoice> CHOICES = List.of(new MappedChoice("Facebook", "social"),
            new MappedChoice("Instagram", "social"), new MappedChoice("Letter", "post"));
    private static final Mapping MAPPING = new Mapping(
            List.of(new MappedQuestion("q-mark", "mark", List.of()), new MappedQuestion("q-heard", "heard", CHOICES),
                    new MappedQuestion("q-best", "best", CHOICES)),
            List.of(new MappedField("office", "location")), List.of());

    private static Question choice(String id, QuestionType type) {
        return new Question(id, type, ANY, null, List.of(new Option("social", ANY, null), new Option("post", ANY, null)), false,
                List.of(), null);
    }

    private static Translation translated(Tool tool, String json) throws JsonProcessingException {
        return ToolPayload.of(tool, new JsonMapper().readTree(json)) instanceof ToolPayload.Answered(ToolResponse response)
                ? Translation.of(response, MAPPING, SURVEY)
                : new Translation(new JsonMapper().createObjectNode(), List.of());
    }

    private static Translation formbricks(String answers) throws JsonProcessingException {
        return translated(Tool.FORMBRICKS, """
                {"event": "responseFinished", "data": {"id": "r", "data": %s}}""".formatted(answers));
    }

    private static Translation typeform(String answers) throws JsonProcessingException {
        return translated(Tool.TYPEFORM, """
                {"event_type": "form_response", "form_response": {"token": "r", "answers": %s}}""".formatted(answers));
    }

    private static List<String> problems(Translation translation) {
        return translation.problems().stream().map(problem -> problem.about() + ": " + problem.message()).toList();
    }

    @Test
    void severalOfTheirChoicesMayMeanOneOfOurs() throws JsonProcessingException {
        Translation translation = formbricks(
                "{\"q-heard\": [\"Facebook\", \"Instagram\", \"Letter\"], \"q-best\": [\"Facebook\", \"Instagram\"]}");

        assertThat(translation.response().at("/answers/0/options")).hasToString("[\"social\",\"post\"]");
        assertThat(translation.response().at("/answers/1/options")).hasToString("[\"social\"]");
        assertThat(problems(translation)).isEmpty();
    }

    @Test
    void whatHasTheFormOfNoAnswerIsReported() throws JsonProcessingException {
        Translation translation = formbricks("{\"q-mark\": {\"Speed\": \"Good\"}, \"office\": [{\"a\": 1}], \"q-best\": \"\"}");

        assertThat(translation.response().path("answers")).isEmpty();
        assertThat(problems(translation)).containsExactly("q-mark: an answer is neither a text, a number nor a choice",
                "office: an answer is neither a text, a number nor a choice");
    }

    @Test
    void moreThanAQuestionTakesIsReported() throws JsonProcessingException {
        Translation translation = formbricks(
                "{\"q-best\": [\"Letter\", \"Facebook\"], \"office\": [\"Town hall\", \"Library\"]}");

        assertThat(translation.response().at("/answers/0/options")).hasToString("[\"post\"]");
        assertThat(translation.response().path("location").textValue()).isEqualTo("Town hall");
        assertThat(problems(translation)).containsExactly("q-best: several were given where one is taken: the first is",
                "office: several were given where one is taken: the first is");
    }

    @Test
    void aChoiceThatNamesNothingIsReported() throws JsonProcessingException {
        Translation translation = typeform("""
                [{"type": "choice", "choice": {}, "field": {"ref": "office"}},
                 {"type": "choice", "choice": {}, "field": {"ref": "q-best"}},
                 {"type": "choices", "choices": {"labels": ["Letter", null]}, "field": {"ref": "q-heard"}},
                 {"type": "payment", "payment": {"amount": 1}, "field": {"ref": "q-mark"}}]""");

        assertThat(translation.response().has("location")).isFalse();
        assertThat(translation.response().at("/answers")).hasToString("[{\"question\":\"heard\",\"options\":[\"post\"]}]");
        assertThat(problems(translation)).containsExactly("office: an answer is neither a text, a number nor a choice",
                "q-best: an answer is neither a text, a number nor a choice",
                "q-mark: an answer is neither a text, a number nor a choice");
    }
}
