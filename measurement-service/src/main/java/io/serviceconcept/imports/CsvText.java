package io.serviceconcept.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The text of one record of CSV. */
final class CsvText {

    private static final char[] DELIMITERS = { ',', ';', '\t' };

    private CsvText() {
    }

    /** What divides the first line most often: a comma, a semicolon or a tab. */
    static char delimiter(String header) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int count = (int) header.chars().filter(c -> c == delimiter).count();
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        return best;
    }

    /** The fields of one record, which is known to be well formed. */
    static List<String> fields(String record, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(record, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of("") : records.getFirst().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
