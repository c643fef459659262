package io.serviceconcept.document;

import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.document.HeatMap.Band;
import io.serviceconcept.document.HeatMap.Label;
import io.serviceconcept.document.HeatMap.Square;
import io.serviceconcept.document.MatrixTable.Row;
import io.serviceconcept.document.MatrixTable.Shade;

/** Draws some columns of the matrix, and as many rows at a time as fit on a page that lies across. */
final class HeatMapDrawing {

    /** Where the columns begin; the needs are named before. */
    static final int NAMES = 310;
    /** Of the rows of one drawing together, unless a single row is higher. */
    static final int ROOM = 490;
    private static final int FEW = 18;
    private static final int WIDE = 44;
    private static final int NARROW = 26;
    private static final int LOWEST = 24;
    private static final int LINE = 15;
    private static final int TURNED_LINE = 12;
    private static final int GAP = 6;
    private static final int INDENT = 14;
    /** From the middle of a line to where its letters stand. */
    private static final int TO_BASELINE = 4;
    /** How wide a letter is at most, but for the widest. */
    private static final int LETTER = 7;
    /** Characters of a line. */
    private static final int NEED_LENGTH = 42;
    private static final int TURNED_LENGTH = 24;
    private static final int MOST_LINES = 3;

    private final ShortenedNames shortened;
    private final List<Column> columns;
    private final List<Integer> starts = new ArrayList<>();
    private final int columnWidth;
    private final int width;
    private final int bandHeight;
    private final int top;
    private final List<Band> bands = new ArrayList<>();
    private final List<Label> heads = new ArrayList<>();

    /**
     * A channel.
     *
     * @param at which of the cells of a row is its own
     */
    record Column(String channel, String layer, int at) {
    }

    private record Run(String layer, int x, int width) {
    }

    /** Some lines of text, of which the last may say that there is more. */
    private record Lines(List<String> lines, boolean whole) {

        int longest() {
            return lines.stream().mapToInt(String::length).max().orElse(0);
        }
    }

    /**
     * @param columns those of a layer one after the other
     * @param shortened takes the names that do not fit
     */
    HeatMapDrawing(List<Column> columns, ShortenedNames shortened) {
        this.shortened = shortened;
        this.columns = columns;
        this.columnWidth = columns.size() > FEW ? NARROW : WIDE;
        List<Run> runs = runs();
        this.width = runs.getLast().x() + runs.getLast().width();
        this.bandHeight = runs.stream().mapToInt(this::height).max().orElse(0);
        List<Lines> names = columns.stream().map(column -> turned(column.channel(), columnWidth)).toList();
        this.top = bandHeight + names.stream().mapToInt(HeatMapDrawing::length).max().orElse(0) + GAP;
        runs.forEach(this::band);
        for (int c = 0; c < columns.size(); c++) {
            turn(names.get(c), columns.get(c).channel(), "channel", starts.get(c) + columnWidth / 2, top - GAP);
        }
    }

    /** Core needs stay with their sub-needs where that fits. */
    List<HeatMap> of(List<Row> rows) {
        List<HeatMap> pictures = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        for (List<Row> family : families(rows)) {
            if (!page.isEmpty() && height(page) + GAP + height(family) > ROOM) {
                pictures.add(picture(page));
                page.clear();
            }
            for (Row row : family) {
                if (!page.isEmpty() && height(page) + height(row) > ROOM) {
                    pictures.add(picture(page));
                    page.clear();
                }
                page.add(row);
            }
        }
        if (!page.isEmpty()) {
            pictures.add(picture(page));
        }
        return List.copyOf(pictures);
    }

    private static List<List<Row>> families(List<Row> rows) {
        List<List<Row>> families = new ArrayList<>();
        for (Row row : rows) {
            if (row.core() || families.isEmpty()) {
                families.add(new ArrayList<>());
            }
            families.getLast().add(row);
        }
        return families;
    }

    private HeatMap picture(List<Row> rows) {
        List<Label> labels = new ArrayList<>(heads);
        List<Square> squares = new ArrayList<>();
        int y = top;
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            y += gapBefore(rows, r);
            int height = height(row);
            List<String> name = name(row);
            for (int i = 0; i < name.size(); i++) {
                labels.add(new Label(row.core() ? 0 : INDENT, line(y + height / 2, i, name.size(), LINE), name.get(i),
                        row.core() ? "core" : "need", false, ""));
            }
            for (int c = 0; c < columns.size(); c++) {
                Shade shade = row.cells().get(columns.get(c).at());
                squares.add(new Square(starts.get(c) + 1, y + 1, columnWidth - 2, height - 2, shade.fit(), shade.level()));
            }
            y += height;
        }
        return new HeatMap(width, y, bandHeight, List.copyOf(bands), List.copyOf(labels), List.copyOf(squares));
    }

    private static int height(List<Row> rows) {
        int height = 0;
        for (int r = 0; r < rows.size(); r++) {
            height += gapBefore(rows, r) + height(rows.get(r));
        }
        return height;
    }

    private static int height(Row row) {
        return Math.max(LOWEST, name(row).size() * LINE + GAP);
    }

    private static int gapBefore(List<Row> rows, int r) {
        return r > 0 && rows.get(r).core() ? GAP : 0;
    }

    private static List<String> name(Row row) {
        return Wrapped.lines(List.of(row.need()), " ", row.core() ? NEED_LENGTH : NEED_LENGTH - 2);
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int x = NAMES;
        for (Column column : columns) {
            if (!runs.isEmpty() && runs.getLast().layer().equals(column.layer())) {
                Run run = runs.removeLast();
                runs.add(new Run(run.layer(), run.x(), run.width() + columnWidth));
            } else {
                x += runs.isEmpty() ? 0 : GAP;
                runs.add(new Run(column.layer(), x, columnWidth));
            }
            starts.add(x);
            x += columnWidth;
        }
        return runs;
    }

    private void band(Run run) {
        bands.add(new Band(run.x(), run.width()));
        int centre = run.x() + run.width() / 2;
        if (!liesIn(run)) {
            turn(turned(run.layer(), run.width()), run.layer(), "layer", centre, bandHeight - GAP);
            return;
        }
        List<String> lines = lying(run);
        for (int i = 0; i < lines.size(); i++) {
            heads.add(new Label(centre, line(bandHeight / 2, i, lines.size(), LINE), lines.get(i), "layer", false, ""));
        }
    }

    /** How high a band is that can name its layer. */
    private int height(Run run) {
        return liesIn(run) ? lying(run).size() * LINE + GAP : length(turned(run.layer(), run.width())) + GAP;
    }

    /** Whether the name of the layer needs no turning. */
    private static boolean liesIn(Run run) {
        for (String word : run.layer().split(" ")) {
            if (word.length() > letters(run.width())) {
                return false;
            }
        }
        return lying(run).size() <= MOST_LINES;
    }

    private static List<String> lying(Run run) {
        return Wrapped.lines(List.of(run.layer()), " ", letters(run.width()));
    }

    private static int letters(int width) {
        return width / LETTER;
    }

    private Lines turned(String text, int width) {
        List<String> lines = Wrapped.lines(List.of(text), " ", TURNED_LENGTH);
        int most = Math.min(MOST_LINES, width / TURNED_LINE);
        if (lines.size() <= most) {
            return new Lines(lines, true);
        }
        List<String> fitting = new ArrayList<>(lines.subList(0, most));
        fitting.add(fitting.removeLast() + shortened.mark(text));
        return new Lines(List.copyOf(fitting), false);
    }

    private static int length(Lines turned) {
        return turned.longest() * LETTER + GAP;
    }

    private void turn(Lines turned, String whole, String kind, int centre, int bottom) {
        for (int i = 0; i < turned.lines().size(); i++) {
            heads.add(new Label(line(centre, i, turned.lines().size(), TURNED_LINE), bottom, turned.lines().get(i), kind, true,
                    turned.whole() ? "" : whole));
        }
    }

    /** Where the letters of a line stand when all lines together are centred. */
    private static int line(int centre, int line, int lines, int distance) {
        return centre + (2 * line - lines + 1) * distance / 2 + TO_BASELINE;
    }
}
