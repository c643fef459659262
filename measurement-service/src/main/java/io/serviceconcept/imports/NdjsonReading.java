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
        String text;
        try {
            text = Utf8.text(found.bytes());
        } catch (CharacterCodingException e) {
            return new Line.Unread(new LineError(found.line(), Utf8.brokenAt(found.bytes()), null, "is not UTF-8"));
        }
        if (text.isBlank()) {
            return new Line.Blank();
        }
        try {
            return new Line.Read(found.line(), json.parse(found.bytes()), pointer -> JsonPlaces.column(text, pointer));
        } catch (InvalidInput e) {
            return new Line.Unread(error(found.line(), text, e.violations().getFirst()));
        }
    }

    /** Each line is read by itself, so of the place in the text only the column tells something. */
    private static LineError error(long line, String text, Violation violation) {
        Matcher place = PLACE.matcher(violation.message());
        return place.find()
                ? new LineError(line, Integer.valueOf(place.group(1)), null, place.replaceFirst(""))
                : new LineError(line, JsonPlaces.column(text, violation.pointer()), violation.pointer(), violation.message());
    }
}
