package io.serviceconcept.local.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;

/** The rows of a published CSV file, each with as many cells as the file has columns. */
final class PublishedRows {

    private PublishedRows() {
    }

    /** Reads a row; an {@link IllegalArgumentException} says what is wrong with it. */
    interface Reading<T> {
        T of(List<String> cells);
    }

    static <T> List<T> read(Path file, List<String> header, Reading<T> reading) {
        List<List<String>> rows = rows(file);
        if (rows.isEmpty() || !rows.getFirst().equals(header)) {
            throw new ExampleFailed(file + " does not start with the columns " + String.join(",", header));
        }
        List<T> read = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            try {
                if (rows.get(row).size() != header.size()) {
                    throw new IllegalArgumentException(
                            rows.get(row).size() + " cells where " + header.size() + " belong");
                }
                read.add(reading.of(rows.get(row)));
            } catch (IllegalArgumentException e) {
                throw new ExampleFailed("Row " + (row + 1) + " of " + file + " is none of its kind: " + e.getMessage(), e);
            }
        }
        return read;
    }

    /** Jackson's CSV reader, which comes with Kafka; without a schema it gives each row as an array of its cells. */
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
}
