package io.serviceconcept.local.examples;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads files in the form of {@code hisp-question-details.csv}, a mean per service, fiscal quarter and question, and of
 * {@code hisp-quarterly-data.csv}, the volumes per service and fiscal quarter.
 */
final class PublishedFile {

    private static final List<String> FIGURES = List.of("hisp", "service", "year", "quarter", "question", "average_score",
            "description");
    private static final List<String> VOLUMES = List.of("hisp", "service", "year", "quarter", "universe", "surveyed",
            "respondents", "response_rate");
    private static final String NO_DATA = "No Data";

    private PublishedFile() {
    }

    static List<PublishedFigure> figures(Path file) {
        return PublishedRows.read(file, FIGURES, cells -> new PublishedFigure(service(cells), quarter(cells), cells.get(4),
                score(cells.get(5).strip()), cells.get(6)));
    }

    static List<PublishedVolume> volumes(Path file) {
        return PublishedRows.read(file, VOLUMES, cells -> new PublishedVolume(service(cells), quarter(cells),
                count(cells.get(4)), count(cells.get(5)), count(cells.get(6)), cells.get(7).strip()));
    }

    private static String service(List<String> cells) {
        return cells.get(0) + "/" + cells.get(1);
    }

    private static FiscalQuarter quarter(List<String> cells) {
        return new FiscalQuarter(Integer.parseInt(cells.get(2).strip()), Integer.parseInt(cells.get(3).strip()));
    }

    @Nullable
    private static BigDecimal score(String cell) {
        return cell.equals(NO_DATA) ? null : new BigDecimal(cell);
    }

    /** With commas between the thousands, as the government writes them. */
    private static long count(String cell) {
        String count = cell.strip();
        if (!count.matches("\\d+|\\d{1,3}(,\\d{3})+")) {
            throw new IllegalArgumentException("'" + count + "' is no count");
        }
        return Long.parseLong(count.replace(",", ""));
    }
}
