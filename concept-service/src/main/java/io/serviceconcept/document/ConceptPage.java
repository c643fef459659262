package io.serviceconcept.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the page says, in words; the template only lays it out. Nothing is null: what is not said is empty.
 * <p>
 * Public, as everything a template reads: what is generated to read it may live in another class loader.
 *
 * @param edition which draft or edition it is, in words
 * @param rest the tables after the matrix
 */
public record ConceptPage(String name, String edition, String description, List<Fact> direction, Table groups,
        Pyramid pyramid, Table channels, Table handOvers, Table needs, MatrixTable matrix, List<Table> rest) {

    /** A term and what is said of it, a paragraph each. */
    public record Fact(String term, List<String> texts) {
    }

    /**
     * @param id of the section, for links
     * @param columns the heads of the columns; the first column names the row
     */
    public record Table(String id, String title, List<String> columns, List<List<Cell>> rows) {

        /** The heads of the columns, each where what is below it stands. */
        public List<Head> heads() {
            return IntStream.range(0, columns.size()).mapToObj(c -> new Head(columns.get(c),
                    rows.isEmpty() ? CellKind.TEXT : rows.getFirst().get(c).kind())).toList();
        }
    }

    public record Head(String text, CellKind kind) {
    }

    /**
     * @param lines of text, one below the other
     */
    public record Cell(List<String> lines, CellKind kind) {

        /** What something is called, and below it what else is said of it. */
        static Cell text(@Nullable String... lines) {
            return new Cell(said(Arrays.stream(lines)), CellKind.TEXT);
        }

        /** Lines of the same weight. */
        static Cell list(List<String> lines) {
            return new Cell(said(lines.stream()), CellKind.LIST);
        }

        /** Opening hours, a line each, never broken. */
        static Cell hours(List<String> lines) {
            return new Cell(said(lines.stream()), CellKind.HOURS);
        }

        /** A figure, which stands to the right. */
        static Cell number(String figure) {
            return new Cell(said(Stream.of(figure)), CellKind.NUMBER);
        }

        private static List<String> said(Stream<@Nullable String> lines) {
            return lines.filter(line -> line != null && !line.isBlank()).map(String::valueOf).toList();
        }
    }

    /** How the lines of a cell stand. */
    public enum CellKind {
        TEXT,
        LIST,
        HOURS,
        NUMBER;

        /** As the style sheet calls it. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
