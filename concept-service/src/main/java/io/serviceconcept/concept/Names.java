package io.serviceconcept.concept;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** When two names are the same: apart from case, accents and spaces, and however letters of their own are written out. */
public final class Names {

    /** Letters that are no accented form of another to Unicode, and that are written like this where there are none. */
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(Map.entry("ß", "ss"), Map.entry("æ", "ae"),
            Map.entry("œ", "oe"), Map.entry("ø", "o"), Map.entry("ł", "l"), Map.entry("đ", "d"), Map.entry("ð", "d"),
            Map.entry("þ", "th"), Map.entry("ħ", "h"), Map.entry("ŧ", "t"), Map.entry("ı", "i"));
    private static final Pattern LETTERS = Pattern.compile("[" + String.join("", WRITTEN_OUT.keySet()) + "]");

    private Names() {
    }

    static boolean taken(Part part, Parts parts) {
        String folded = folded(part.name());
        return parts.stream().filter(other -> other.partKind() == part.partKind() && !other.id().equals(part.id()))
                .anyMatch(other -> folded(other.name()).equals(folded));
    }

    /** The same for names that are the same. */
    public static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .strip().replaceAll("\\s+", " ");
        return LETTERS.matcher(plain)
                .replaceAll(letter -> Objects.requireNonNull(WRITTEN_OUT.get(letter.group())));
    }
}
