package io.serviceconcept.concept;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same: apart from case, accents and spaces. */
public final class Names {

    private Names() {
    }

    static boolean taken(Part part, Parts parts) {
        String folded = folded(part.name());
        return parts.stream().filter(other -> other.partKind() == part.partKind() && !other.id().equals(part.id()))
                .anyMatch(other -> folded(other.name()).equals(folded));
    }

    /** The same for names that are the same. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip()
                .replaceAll("\\s+", " ");
    }
}
