package io.serviceconcept.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.response.WrittenAnswer;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyVersion;

/** What the columns of a CSV file mean, and the item that a line stands for. */
final class CsvTable {

    /** The longest cell that is read as a number. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,50}([.,]\\d{1,50})?");

    private final char delimiter;
    private final List<CsvColumn> columns;

    private final AskedQuestions asked;

    private CsvTable(char delimiter, List<CsvColumn> columns, AskedQuestions asked) {
        this.delimiter = delimiter;
        this.columns = columns;
        this.asked = asked;
    }

    /** A file whose first line does not say what its lines are. */
    static final class BrokenHeader extends Exception {

        private final transient List<LineError> errors;

        BrokenHeader(List<LineError> errors) {
            super(errors.toString());
            this.errors = List.copyOf(errors);
        }

        List<LineError> errors() {
            return errors;
        }
    }

    /**
     * @param header the first line
     * @param named the fields that columns stand for, by their names in the file; an empty field: none
     * @throws BrokenHeader with everything that is wrong with it
     */
    static CsvTable of(String header, CsvFields fields, Map<String, String> named) throws BrokenHeader {
        char delimiter = CsvText.delimiter(header);
        List<String> names = CsvText.fields(header, delimiter);
        List<LineError> errors = new ArrayList<>();
        List<CsvColumn> columns = new ArrayList<>();
        Set<CsvColumn> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (name.indexOf('\0') >= 0) {
                throw new BrokenHeader(List.of(new LineError(1, i + 1, null, "holds a NUL")));
            }
            String meant = named.getOrDefault(name, name);
            CsvColumn column = meant.isEmpty() ? new CsvColumn.Nothing() : fields.column(meant);
            if (column == null) {
                // not quoted: the first line of a file without a heading is about somebody
                errors.add(new LineError(1, i + 1, null, "is no field, and no question"));
                column = new CsvColumn.Nothing();
            } else if (!(column instanceof CsvColumn.Nothing) && !seen.add(column)) {
                errors.add(new LineError(1, i + 1, null, "occurs twice"));
            }
            columns.add(column);
        }
        for (String required : fields.required()) {
            if (!seen.contains(fields.column(required))) {
                errors.add(new LineError(1, 1, null, "there is no column \"" + required + '"'));
            }
        }
        if (!errors.isEmpty()) {
            throw new BrokenHeader(errors.subList(0, Math.min(errors.size(), 200)));
        }
        return new CsvTable(delimiter, columns, fields.asked());
    }

    char delimiter() {
        return delimiter;
    }

    int width() {
        return columns.size();
    }

    /** An item, and the numbers of the columns its values come from, by JSON Pointer. */
    record Item(ObjectNode json, Map<String, Integer> columns) {

        /** The column of the value at a pointer, or of what holds it; the first when no column does. */
        int column(String pointer) {
            String at = pointer;
            while (!at.isEmpty()) {
                Integer column = columns.get(at);
                if (column != null) {
                    return column;
                }
                at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
            }
            return 1;
        }
    }

    /** An empty cell is a value that is not there; it has its place nevertheless, for who misses the value. */
    Item item(List<String> cells) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i).strip();
            switch (columns.get(i)) {
                case CsvColumn.Text(String field) -> {
                    places.put('/' + field, i + 1);
                    if (!cell.isEmpty()) {
                        json.put(field, cell);
                    }
                }
                case CsvColumn.Amount(String field, String within) -> {
                    places.put((within.isEmpty() ? "/" : '/' + within + '/') + field, i + 1);
                    if (!cell.isEmpty()) {
                        WrittenAnswer.put(within.isEmpty() ? json : json.withObject('/' + within), field, pointed(cell));
                    }
                }
                case CsvColumn.AnswerTo answer -> {
                    // comes when it is known what is answered
                }
                case CsvColumn.Nothing nothing -> {
                    // says nothing
                }
            }
        }
        if (!asked.versions().isEmpty()) {
            putAnswers(cells, json, places);
        }
        return new Item(json, places);
    }

    private void putAnswers(List<String> cells, ObjectNode json, Map<String, Integer> places) {
        SurveyVersion version = asked.answered(json);
        for (int i = 0; i < columns.size(); i++) {
            if (!(columns.get(i) instanceof CsvColumn.AnswerTo(String id))) {
                continue;
            }
            Question question = asked.question(version, id);
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                ArrayNode answers = json.withArray("/answers");
                answers.add(WrittenAnswer.of(question, question.type().hasScale() ? pointed(cell) : cell));
                places.put("/answers/" + (answers.size() - 1), i + 1);
            } else if (question.required() && version.question(id).isPresent()) {
                places.putIfAbsent("/answers", i + 1);
            }
        }
    }

    /** Where commas do not divide columns, one may divide decimals. */
    private boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() && (delimiter != ',' || cell.indexOf(',') < 0);
    }

    private String pointed(String cell) {
        return isNumber(cell) ? cell.replace(',', '.') : cell;
    }
}
