package io.serviceconcept.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.MatrixFault.Code;

/**
 * The matrix as a table in CSV (RFC 4180): the names of channels in the first line, the names of needs in the first column,
 * fits between. Read with commas, semicolons or tabs, whichever divide the first line most often, and with or without a byte
 * order mark.
 */
final class MatrixCsv {

    static final int MOST_LINES = 1_000;
    static final int MOST_COLUMNS = 201;

    private static final String CORNER = "need";
    private static final char[] DELIMITERS = { ',', ';', '\t' };
    /** A spreadsheet takes these for the start of a formula, whatever spaces precede. */
    private static final Pattern FORMULA = Pattern.compile("'*(?:\\s*[=+\\-@＝＋－＠]|[\\t\\r\\n])(?s:.*)");

    private MatrixCsv() {
    }

    /** How a table is written. */
    enum Dialect {
        /** Commas, a point in decimals. */
        RFC4180(',', '.', ""),
        /** As a spreadsheet with Dutch settings writes and reads it: semicolons, a comma in decimals, a byte order mark. */
        EXCEL(';', ',', "\uFEFF");

        private final char delimiter;
        private final char point;
        private final String start;

        Dialect(char delimiter, char point, String start) {
            this.delimiter = delimiter;
            this.point = point;
            this.start = start;
        }
    }

    /**
     * @param line of the text, from 1
     */
    record Line(int line, List<String> fields) {

        String field(int column) {
            return column < fields.size() ? fields.get(column) : "";
        }

        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }
    }

    /** Thrown when a text is no table. */
    static final class Unreadable extends Exception {

        private final transient MatrixFault fault;

        Unreadable(int line, Code code, String message) {
            super(message);
            this.fault = new MatrixFault(line, 1, code, message);
        }

        MatrixFault fault() {
            return fault;
        }
    }

    /**
     * @param fit of a need and a channel; null for an empty field
     */
    static String write(Dialect dialect, List<Need> needs, List<Channel> channels,
            BiFunction<Need, Channel, @Nullable BigDecimal> fit) {
        StringBuilder text = new StringBuilder(dialect.start);
        // every name is quoted, so that it stays one field also where another delimiter is expected
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(dialect.delimiter).setQuoteMode(QuoteMode.ALL_NON_NULL)
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            List<@Nullable String> header = new ArrayList<>(List.of(CORNER));
            channels.forEach(channel -> header.add(guarded(channel.name())));
            printer.printRecord(header);
            for (Need need : needs) {
                List<@Nullable String> line = new ArrayList<>(List.of(guarded(need.name())));
                for (Channel channel : channels) {
                    BigDecimal given = fit.apply(need, channel);
                    line.add(given == null ? null : given.toPlainString().replace('.', dialect.point));
                }
                printer.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every character", e);
        }
        return text.toString();
    }

    /**
     * The lines of a text that hold anything, the first with the names of channels.
     *
     * @throws Unreadable when it is no table, or a too large one
     */
    static List<Line> read(String text) throws Unreadable {
        String table = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(table, format(delimiter(table)))) {
            int first = 1;
            for (CSVRecord record : parser) {
                Line line = new Line(first, record.toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                first = (int) parser.getCurrentLineNumber() + 1;
                require(lines.size() <= MOST_LINES, line.line(), "has more than " + MOST_LINES + " lines");
                require(record.size() <= MOST_COLUMNS, line.line(), "has more than " + MOST_COLUMNS + " columns");
            }
        } catch (UncheckedIOException e) {
            throw new Unreadable(lines.isEmpty() ? 1 : lines.getLast().line() + 1, Code.NOT_CSV,
                    "is no CSV from here on: a quote is not closed, or text follows on a closing quote");
        } catch (IOException e) {
            throw new Unreadable(1, Code.NOT_CSV, "is no CSV");
        }
        require(lines.size() > 1, 1, "needs a line with the names of channels and a line for each need");
        return lines;
    }

    /** A name as it was before it was written. */
    static String name(String field) {
        return field.startsWith("'") && FORMULA.matcher(field.substring(1)).matches() ? field.substring(1) : field;
    }

    /** An apostrophe keeps a spreadsheet from working a name out. */
    private static String guarded(String name) {
        return FORMULA.matcher(name).matches() ? '\'' + name : name;
    }

    private static void require(boolean holds, int line, String message) throws Unreadable {
        if (!holds) {
            throw new Unreadable(line, Code.NOT_A_MATRIX, message);
        }
    }

    /** The one that occurs most often in the first line, outside of quotes; a comma when none does. */
    private static char delimiter(String table) {
        int[] found = new int[DELIMITERS.length];
        boolean quoted = false;
        for (char c : table.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\r' || c == '\n')) {
                break;
            } else if (!quoted) {
                for (int i = 0; i < DELIMITERS.length; i++) {
                    found[i] += c == DELIMITERS[i] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < DELIMITERS.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        return DELIMITERS[best];
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    }
}
