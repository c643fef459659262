package io.serviceconcept.imports;

import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.StrictJson;
import io.serviceconcept.eventsourcing.http.Violation;

/** Reads the lines of newline-delimited JSON as items. */
record NdjsonReading(StrictJson json) implements Reading {

    private static final Pattern PLACE = Pattern.compile(" at line \\d+, column (\\d+)$");

    @Override
    public Scanner scanner(Window window) {
        return new LineScanner(window);
    }

    @Override
    public Line read(Found.Readable found) {
        try {
            if (CsvText.utf8(found.bytes()).isBlank()) {
                return new Line.Blank();
            }
            return new Line.Read(found.line(), json.parse(found.bytes()), pointer -> null);
        } catch (CharacterCodingException e) {
            return new Line.Unread(new LineError(found.line(), null, null, "is not UTF-8"));
        } catch (InvalidInput e) {
            return new Line.Unread(error(found.line(), e.violations().getFirst()));
        }
    }

    /** Each line is read by itself, so of the place in the text only the column tells something. */
    private static LineError error(long line, Violation violation) {
        Matcher place = PLACE.matcher(violation.message());
        return place.find()
                ? new LineError(line, Integer.valueOf(place.group(1)), null, place.replaceFirst(""))
                : new LineError(line, null, violation.pointer(), violation.message());
    }
}
