package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.serviceconcept.concept.ConceptCommand.AssessFits;
import io.serviceconcept.concept.MatrixCsv.Line;
import io.serviceconcept.concept.MatrixFault.Code;

/** Finds the needs and channels that a table names, apart from case and accents, and everything that is wrong with it. */
final class MatrixImport {

    static final int MOST_FITS = 10_000;

    private static final int LONGEST_QUOTE = 200;

    private static final Pattern FRACTION = Pattern.compile("[0-4][.,][0-9]+");

    private final Map<String, Need> needs = new HashMap<>();
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<Integer, Channel> columns = new HashMap<>();
    private final Set<Integer> faulty = new HashSet<>();
    private final List<MatrixFault> faults = new ArrayList<>();
    private final List<AssessFits.Cell> cells = new ArrayList<>();

    private final Assessments given;

    private MatrixImport(Parts parts, Assessments given) {
        this.given = given;
        parts.needs().forEach(need -> needs.put(Names.folded(need.name()), need));
        parts.channels().forEach(channel -> channels.put(Names.folded(channel.name()), channel));
    }

    /**
     * @param faults empty when all of it can be assessed
     * @param cells what it assesses; an empty field assesses nothing, and neither does the present median of a cell that is
     *        no whole number: that came with the medians of all
     */
    record Read(List<MatrixFault> faults, List<AssessFits.Cell> cells) {
    }

    /**
     * @param lines at least two, the first with the names of channels
     * @param given what was assessed before
     */
    static Read read(List<Line> lines, Parts parts, Assessments given) {
        MatrixImport read = new MatrixImport(parts, given);
        read.header(lines);
        Set<String> seen = new HashSet<>();
        lines.subList(1, lines.size()).forEach(line -> read.line(line, seen));
        if (read.cells.size() > MOST_FITS) {
            read.faults.add(new MatrixFault(1, 1, Code.NOT_A_MATRIX, "has more than " + MOST_FITS + " fits"));
        }
        return new Read(List.copyOf(read.faults), List.copyOf(read.cells));
    }

    private void header(List<Line> lines) {
        Line header = lines.getFirst();
        Set<String> seen = new HashSet<>();
        for (int column = 1; column < header.fields().size(); column++) {
            String name = MatrixCsv.name(header.field(column));
            Channel channel = channels.get(Names.folded(name));
            if (name.isBlank()) {
                continue;
            }
            if (channel == null) {
                refuse(header, column, Code.UNKNOWN_CHANNEL, "is not a channel of this concept: " + quoted(name));
            } else if (!seen.add(channel.id())) {
                refuse(header, column, Code.DUPLICATE_CHANNEL, "occurs twice: " + quoted(name));
            } else if (channel.status() == ChannelStatus.RETIRED && isFilled(lines, column)) {
                refuse(header, column, Code.CHANNEL_IS_RETIRED, "is retired and serves no need: " + quoted(name));
            } else {
                columns.put(column, channel);
            }
        }
    }

    private void line(Line line, Set<String> seen) {
        String name = MatrixCsv.name(line.field(0));
        Need need = needs.get(Names.folded(name));
        if (name.isBlank()) {
            faults.add(new MatrixFault(line.line(), 1, Code.NO_NEED, "has fits and no need"));
        } else if (need == null) {
            faults.add(new MatrixFault(line.line(), 1, Code.UNKNOWN_NEED, "is not a need of this concept: " + quoted(name)));
        } else if (!seen.add(need.id())) {
            faults.add(new MatrixFault(line.line(), 1, Code.DUPLICATE_NEED, "occurs twice: " + quoted(name)));
        }
        for (int column = 1; column < line.fields().size(); column++) {
            if (!line.field(column).isBlank() && !faulty.contains(column)) {
                cell(line, column, need == null ? "" : need.id());
            }
        }
    }

    private void cell(Line line, int column, String need) {
        String field = line.field(column).strip();
        Channel channel = columns.get(column);
        if (channel == null) {
            faults.add(new MatrixFault(line.line(), column + 1, Code.NO_CHANNEL, "stands under no channel"));
        } else if (FRACTION.matcher(field).matches()) {
            if (!isMedian(new BigDecimal(field.replace(',', '.')), need, channel.id())) {
                faults.add(new MatrixFault(line.line(), column + 1, Code.OFF_THE_SCALE, "is not a whole number 0-4: "
                        + quoted(field) + "; what you gave yourself is exported with ?assessments=mine"));
            }
        } else if (!field.matches("[0-4]")) {
            faults.add(new MatrixFault(line.line(), column + 1, Code.OFF_THE_SCALE,
                    "is not a whole number 0-4: " + quoted(field)));
        } else {
            cells.add(new AssessFits.Cell(need, channel.id(), field.charAt(0) - '0'));
        }
    }

    /** Whether several assessors differ so: it is there already, and nobody gave it. */
    private boolean isMedian(BigDecimal fraction, String need, String channel) {
        return given.median(need, channel).filter(median -> median.compareTo(fraction) == 0).isPresent();
    }

    private void refuse(Line header, int column, Code code, String message) {
        faulty.add(column);
        faults.add(new MatrixFault(header.line(), column + 1, code, message));
    }

    private static boolean isFilled(List<Line> lines, int column) {
        return lines.stream().skip(1).anyMatch(line -> !line.field(column).isBlank());
    }

    private static String quoted(String text) {
        return '"' + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + '"';
    }
}
