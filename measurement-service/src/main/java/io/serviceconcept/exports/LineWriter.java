package io.serviceconcept.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes lines as their reader wants them. */
final class LineWriter {

    /**
     * What a spreadsheet takes for the start of a formula, whatever spaces and quotes precede: where a cell begins, or where
     * one would begin if it divided cells at semicolons or tabs, as those of many countries do, whatever is quoted.
     */
    private static final Pattern FORMULA = Pattern.compile("(?<=^|[;\\t\\r\\n])(?=(?:['\"]|[\\s&&[^\\t\\r\\n]])*[=+\\-@＝＋－＠])"
            + "|^(?='*[\\t\\r\\n])");

    private final List<String> columns;
    private final Writer writer;
    private final @Nullable CSVPrinter csv;

    LineWriter(ExportFormat format, List<String> columns, OutputStream out) throws IOException {
        this.columns = columns;
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = format == ExportFormat.CSV ? new CSVPrinter(writer, CSVFormat.RFC4180) : null;
        if (csv != null) {
            csv.printRecord(columns.stream().map(LineWriter::harmless));
        }
    }

    void write(Map<String, Object> line) throws IOException {
        if (csv != null) {
            csv.printRecord(columns.stream().map(column -> cell(line.get(column))));
            return;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (String column : columns) {
            Object value = line.get(column);
            if (value != null) {
                named.put(column, value);
            }
        }
        writer.write(ExportLines.JSON.writeValueAsString(named));
        writer.write('\n');
    }

    void flush() throws IOException {
        writer.flush();
    }

    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> harmless(text);
            case List<?> items -> harmless(items.stream().map(LineWriter::compact).collect(Collectors.joining(" ")));
            default -> value;
        };
    }

    /** The values of an item of a list with bars between them, in their order. */
    private static String compact(Object item) {
        return item instanceof Map<?, ?> fields
                ? fields.values().stream().map(String::valueOf).collect(Collectors.joining("|"))
                : String.valueOf(item);
    }

    /** With an apostrophe where a spreadsheet would compute, so that taking one away there gives the text back. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
