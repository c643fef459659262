package io.serviceconcept.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.serviceconcept.figure.Scale;
import io.serviceconcept.imports.CsvTable.BrokenHeader;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;

class CsvTableTest {

    private static final CsvFields RESPONSES = CsvFields.ofResponses(new AskedQuestions(List.of(
            version(1, "2025-01-01T00:00:00Z", question("mark", QuestionType.RATING), question("why", QuestionType.TEXT),
                    question("again", QuestionType.YES_NO), question("used", QuestionType.MULTIPLE_CHOICE),
                    question("location", QuestionType.RATING)),
            version(2, "2026-06-01T00:00:00Z", question("mark", QuestionType.RATING),
                    question("again", QuestionType.TEXT)))));

    private static SurveyVersion version(int number, String inUseFrom, Question... questions) {
        return new SurveyVersion("survey", number, "Survey", "concept", null, null, Instant.parse(inUseFrom),
                Audience.CUSTOMER, 1, List.of(questions));
    }

    private static Question question(String id, QuestionType type) {
        return new Question(id, type, new Wording("?", null), new Scale(BigDecimal.ONE, BigDecimal.TEN), List.of(),
                id.equals("mark"), List.of(), null);
    }

    @Test
    void aLineBecomesWhatWouldBePushed() throws BrokenHeader {
        CsvTable table = CsvTable.of("id;interactionAt;mark;why;again;used;location", RESPONSES, Map.of());

        CsvTable.Item item = table.item(List.of("r-1", "2026-03-01T10:00:00Z", "7,5", "Good", "ja", "app | web", "Town hall"));

        assertThat(item.json()).hasToString("""
                {"id":"r-1","interactionAt":"2026-03-01T10:00:00Z","location":"Town hall","answers":[\
                {"question":"mark","value":7.5},{"question":"why","text":"Good"},\
                {"question":"again","options":["yes"]},{"question":"used","options":["app","web"]}]}""");
        assertThat(item.column("/answers/2/options/0")).isEqualTo(5);
        assertThat(item.column("/location")).isEqualTo(7);
        assertThat(item.column("/colour")).isEqualTo(1);
    }

    @Test
    void onlyANumberOfAScaleGetsAPoint() throws BrokenHeader {
        CsvTable table = CsvTable.of("id;interactionAt;mark;why", RESPONSES, Map.of());

        assertThat(table.item(List.of("r-1", "2026-03-01T10:00:00Z", "1,5", "1,5")).json().at("/answers"))
                .hasToString("[{\"question\":\"mark\",\"value\":1.5},{\"question\":\"why\",\"text\":\"1,5\"}]");
    }

    @Test
    void anAnswerIsReadAsTheVersionAsksThatWasInUse() throws BrokenHeader {
        CsvTable table = CsvTable.of("id,interactionAt,again", RESPONSES, Map.of());
        CsvTable named = CsvTable.of("id,interactionAt,surveyVersion,again", RESPONSES, Map.of());

        assertThat(table.item(List.of("r-1", "2026-05-31T23:00:00Z", "ja")).json().at("/answers/0/options/0").textValue())
                .isEqualTo("yes");
        assertThat(table.item(List.of("r-1", "2026-06-01T00:00:00Z", "ja")).json().at("/answers/0/text").textValue())
                .isEqualTo("ja");
        assertThat(named.item(List.of("r-1", "2026-07-01T00:00:00Z", "1", "ja")).json().at("/answers/0/options/0")
                .textValue()).isEqualTo("yes");
    }

    @Test
    void whatIsMissingHasThePlaceWhereItShouldBe() throws BrokenHeader {
        CsvTable table = CsvTable.of("id,why,interactionAt,mark", RESPONSES, Map.of());

        CsvTable.Item item = table.item(List.of("r-1", "Good", "", " "));

        assertThat(item.column("/interactionAt")).isEqualTo(3);
        assertThat(item.column("/answers")).isEqualTo(4);
        assertThat(item.column("")).isEqualTo(1);
    }

    @Test
    void anEmptyCellIsAValueThatIsNotThere() throws BrokenHeader {
        CsvTable table = CsvTable.of("id,interactionAt,mark", RESPONSES, Map.of());

        assertThat(table.item(List.of("r-1", " ", "")).json()).hasToString("{\"id\":\"r-1\"}");
    }

    @Test
    void aQuestionThatIsCalledAsAFieldIsHasAPrefix() throws BrokenHeader {
        CsvTable table = CsvTable.of("id,interactionAt,answers.location", RESPONSES, Map.of());

        assertThat(table.item(List.of("r-1", "t", "8")).json().at("/answers/0/value").intValue()).isEqualTo(8);
    }

    @Test
    void columnsMayBeCalledOtherwise() throws BrokenHeader {
        CsvTable table = CsvTable.of("Nummer,Datum,Welk cijfer?,Opmerking", RESPONSES,
                Map.of("Nummer", "id", "Datum", "interactionAt", "Welk cijfer?", "mark", "Opmerking", ""));

        assertThat(table.item(List.of("r-1", "t", "8", "not read")).json()).hasToString(
                "{\"id\":\"r-1\",\"interactionAt\":\"t\",\"answers\":[{\"question\":\"mark\",\"value\":8}]}");
    }

    @Test
    void everythingThatIsWrongWithTheHeaderIsNamed() {
        BrokenHeader broken = catchThrowableOfType(BrokenHeader.class,
                () -> CsvTable.of("mark,colour,mark", RESPONSES, Map.of()));

        assertThat(broken.errors()).extracting(LineError::column, LineError::message).containsExactly(
                tuple(2, "is no field, and no question"),
                tuple(3, "occurs twice"),
                tuple(1, "there is no column \"id\""),
                tuple(1, "there is no column \"interactionAt\""));
    }

    @Test
    void theFiguresOfObservationsAreCountedOrReported() throws BrokenHeader {
        CsvTable table = CsvTable.of("source\tkey\tindicator\tfrom\tto\tvalue\tof\treported\tn",
                CsvFields.ofObservations(), Map.of());

        assertThat(table.item(List.of("s", "k", "i", "f", "t", "12", "", "", "")).json().at("/value").intValue())
                .isEqualTo(12);
        assertThat(table.item(List.of("s", "k", "i", "f", "t", "12", "40", "", "")).json().at("/of").intValue())
                .isEqualTo(40);
        assertThat(table.item(List.of("s", "k", "i", "f", "t", "", "", "7.1", "300")).json().at("/reported"))
                .hasToString("{\"value\":7.1,\"n\":300}");
        assertThatThrownBy(() -> CsvTable.of("a,b", CsvFields.ofObservations(), Map.of())).isInstanceOf(BrokenHeader.class);
    }
}
