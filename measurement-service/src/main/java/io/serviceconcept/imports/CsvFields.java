package io.serviceconcept.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The names that columns may have.
 *
 * @param required that must occur
 * @param asked what the columns of answers answer
 */
record CsvFields(Map<String, CsvColumn> columns, List<String> required, AskedQuestions asked) {

    /** In front of the id of a question that is called as a field is. */
    private static final String ANSWERS = "answers.";
    private static final List<String> OF_RESPONSES = List.of("id", "interactionAt", "channel", "touchpoint", "group",
            "location", "department", "journey", "pilot", "customer");
    private static final List<String> OF_OBSERVATIONS = List.of("source", "key", "indicator", "from", "to", "channel",
            "group", "location");

    static CsvFields ofResponses(AskedQuestions asked) {
        Map<String, CsvColumn> columns = new HashMap<>();
        for (String question : asked.ids()) {
            CsvColumn answer = new CsvColumn.AnswerTo(question);
            columns.put(question, answer);
            columns.put(ANSWERS + question, answer);
        }
        OF_RESPONSES.forEach(field -> columns.put(field, new CsvColumn.Text(field)));
        columns.put("surveyVersion", new CsvColumn.Amount("surveyVersion", ""));
        return new CsvFields(columns, List.of("id", "interactionAt"), asked);
    }

    static CsvFields ofObservations() {
        Map<String, CsvColumn> columns = new HashMap<>();
        OF_OBSERVATIONS.forEach(field -> columns.put(field, new CsvColumn.Text(field)));
        columns.put("value", new CsvColumn.Amount("value", ""));
        columns.put("of", new CsvColumn.Amount("of", ""));
        columns.put("reported", new CsvColumn.Amount("value", "reported"));
        columns.put("n", new CsvColumn.Amount("n", "reported"));
        return new CsvFields(columns, List.of("source", "key", "indicator", "from", "to"), new AskedQuestions(List.of()));
    }

    static CsvFields ofVolumes() {
        Map<String, CsvColumn> columns = new HashMap<>();
        List.of("from", "to", "channel").forEach(field -> columns.put(field, new CsvColumn.Text(field)));
        List.of("customers", "offered", "answered").forEach(field -> columns.put(field, new CsvColumn.Amount(field, "")));
        return new CsvFields(columns, List.of("from", "to"), new AskedQuestions(List.of()));
    }

    @Nullable
    CsvColumn column(String name) {
        return columns.get(name);
    }
}
