package io.serviceconcept.local.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;

/** Reads a file in the form of {@code hisp-question-details.csv}: a mean per service, fiscal quarter and question. */
final class PublishedFile {

    private static final List<String> HEADER = List.of("hisp", "service", "year", "quarter", "question", "average_score",
            "description");
    private static final String NO_DATA = "No Data";

    private PublishedFile() {
    }

    static List<PublishedFigure> read(Path file) {
        List<List<String>> rows = rows(file);
        if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
            throw new ExampleFailed(file + " does not start with the columns " + String.join(",", HEADER));
        }
        List<PublishedFigure> figures = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            figures.add(figure(file, row + 1, rows.get(row)));
        }
        return figures;
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (JsonParser parser = new CsvFactory().createParser(file.toFile())) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    cells.add(parser.getText());
                }
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new ExampleFailed(file + " cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    private static PublishedFigure figure(Path file, int row, List<String> cells) {
        try {
            if (cells.size() != HEADER.size()) {
                throw new IllegalArgumentException(cells.size() + " cells where " + HEADER.size() + " belong");
            }
            FiscalQuarter quarter = new FiscalQuarter(Integer.parseInt(cells.get(2).strip()),
                    Integer.parseInt(cells.get(3).strip()));
            return new PublishedFigure(cells.get(0) + "/" + cells.get(1), quarter, cells.get(4), score(cells.get(5).strip()),
                    cells.get(6));
        } catch (IllegalArgumentException e) {
            throw new ExampleFailed("Row " + row + " of " + file + " is no figure: " + e.getMessage(), e);
        }
    }

    @Nullable
    private static BigDecimal score(String cell) {
        return cell.equals(NO_DATA) ? null : new BigDecimal(cell);
    }

    /** Jackson's CSV reader, which comes with Kafka; without a schema it gives each row as an array of its cells. */
}
