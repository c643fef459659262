package io.serviceconcept.document;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most so many characters, because a drawing does not break lines by itself. */
final class Wrapped {

    private Wrapped() {
    }

    /** The items one after the other; a line breaks between items, or between words, or within a word that fills it. */
    static List<String> lines(List<String> items, String separator, int length) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : String.join(separator, items).split(" ")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > length) {
                int cut = Character.isHighSurrogate(rest.charAt(length - 1)) ? length - 1 : length;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
