package io.serviceconcept.imports;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Where values are in a line of JSON. */
final class JsonPlaces {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPlaces() {
    }

    /** The character at which the value at a JSON Pointer begins, or what should hold it; from 1. */
    static int column(String line, String pointer) {
        int column = 1;
        try (JsonParser parser = FACTORY.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                    continue;
                }
                // what begins an object or an array is a context of its own, whose pointer is that of the whole
                String at = parser.getParsingContext().pathAsPointer().toString();
                if (pointer.equals(at) || pointer.startsWith(at + '/')) {
                    column = parser.currentTokenLocation().getColumnNr();
                }
            }
        } catch (IOException e) {
            // as far as it can be read
        }
        return column;
    }
}
