package io.serviceconcept.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.response.WrittenAnswer;

/** What the columns of a CSV file mean, and the item that a line stands for. */
final class CsvTable {

    /** The longest cell that is read as a number. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,50}([.,]\\d{1,50})?");

    private final char delimiter;
    private final List<CsvColumn> columns;

    private CsvTable(char delimiter, List<CsvColumn> columns) {
        this.delimiter = delimiter;
        this.columns = columns;
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
            String meant = named.getOrDefault(name, name);
            CsvColumn column = meant.isEmpty() ? new CsvColumn.Nothing() : fields.column(meant);
            if (column == null) {
                errors.add(new LineError(1, i + 1, null, '"' + CsvText.shortened(name) + "\" is no field, and no question"));
                column = new CsvColumn.Nothing();
            } else if (!(column instanceof CsvColumn.Nothing) && !seen.add(column)) {
                errors.add(new LineError(1, i + 1, null, '"' + CsvText.shortened(name) + "\" occurs twice"));
            }
            columns.add(column);
        }
        for (String required : fields.required()) {
            if (!seen.contains(fields.column(required))) {
                errors.add(new LineError(1, null, null, "there is no column \"" + required + '"'));
            }
        }
        if (!errors.isEmpty()) {
            throw new BrokenHeader(errors.subList(0, Math.min(errors.size(), 200)));
        }
        return new CsvTable(delimiter, columns);
    }

    char delimiter() {
        return delimiter;
    }

    int width() {
        return columns.size();
    }

    /** An item, and the numbers of the columns its values come from, by JSON Pointer. */
    record Item(ObjectNode json, Map<String, Integer> columns) {

        /** The column of the value at a pointer, or of what holds it. */
        @Nullable
        Integer column(String pointer) {
            String at = pointer;
            while (!at.isEmpty()) {
                Integer column = columns.get(at);
                if (column != null) {
                    return column;
                }
                at = at.substring(0, at.lastIndexOf('/'));
            }
            return null;
        }
    }

    /** An empty cell is a value that is not there. */
    Item item(List<String> cells) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                places.put(put(columns.get(i), cell, json), i + 1);
            }
        }
        return new Item(json, places);
    }

    private String put(CsvColumn column, String cell, ObjectNode json) {
        return switch (column) {
            case CsvColumn.Text text -> {
                json.put(text.field(), cell);
                yield '/' + text.field();
            }
            case CsvColumn.Amount(String field, String within) -> {
                ObjectNode holder = within.isEmpty() ? json : json.withObject('/' + within);
                WrittenAnswer.put(holder, field, isNumber(cell) ? pointed(cell) : cell);
                yield (within.isEmpty() ? "/" : '/' + within + '/') + field;
            }
            case CsvColumn.AnswerTo answer -> {
                ArrayNode answers = json.withArray("/answers");
                answers.add(WrittenAnswer.of(answer.question(), isNumber(cell) ? pointed(cell) : cell));
                yield "/answers/" + (answers.size() - 1);
            }
            case CsvColumn.Nothing _ -> "";
        };
    }

    /** Where commas do not divide columns, one may divide decimals. */
    private boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() && (delimiter != ',' || cell.indexOf(',') < 0);
    }

    private static String pointed(String number) {
        return number.replace(',', '.');
    }
}
