package io.serviceconcept.gateway;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages that problems are told in. */
enum Language {
    ENGLISH("en"),
    DUTCH("nl");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in {@code Content-Language}. */
    String tag() {
        return tag;
    }

    /**
     * The one that is preferred; English when none of ours is, or nothing that can be read.
     *
     * @param acceptLanguage the header {@code Accept-Language}, null when there is none
     */
    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0).toList();
            return DUTCH.tag.equals(Locale.lookupTag(wanted, List.of(ENGLISH.tag, DUTCH.tag))) ? DUTCH : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
