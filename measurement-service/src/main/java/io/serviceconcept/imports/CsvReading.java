package io.serviceconcept.imports;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the lines of a CSV file as items. */
record CsvReading(CsvTable table) implements Reading {

    @Override
    public Scanner scanner(Window window) {
        return new CsvScanner(window, table.delimiter(), table.width());
    }

    @Override
    public Line read(Found.Readable found) {
        String text;
        try {
            text = Utf8.text(found.bytes());
        } catch (CharacterCodingException e) {
            return new Line.Unread(
                    new LineError(found.line(), undecodable(found.bytes(), table.delimiter()), null, "is not UTF-8"));
        }
        if (text.isBlank()) {
            return new Line.Blank();
        }
        List<String> cells = CsvText.fields(text, table.delimiter());
        if (cells.size() != table.width()) {
            return new Line.Unread(new LineError(found.line(), Math.min(cells.size(), table.width()) + 1, null,
                    "has " + cells.size() + " columns where the first line has " + table.width()));
        }
        int zero = zero(cells);
        if (zero > 0) {
            return new Line.Unread(new LineError(found.line(), zero, null, "holds a NUL"));
        }
        CsvTable.Item item = table.item(cells);
        return new Line.Read(found.line(), item.json(), item::column);
    }

    private static int zero(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf('\0') >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The column that cannot be decoded: each byte is looked at as a character of its own. */
    static int undecodable(byte[] bytes, char delimiter) {
        List<String> cells = CsvText.fields(new String(bytes, StandardCharsets.ISO_8859_1), delimiter);
        for (int i = 0; i < cells.size(); i++) {
            try {
                Utf8.text(cells.get(i).getBytes(StandardCharsets.ISO_8859_1));
            } catch (CharacterCodingException e) {
                return i + 1;
            }
        }
        return 1;
    }
}
