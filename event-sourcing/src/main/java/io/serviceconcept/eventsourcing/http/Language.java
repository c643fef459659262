package io.serviceconcept.eventsourcing.http;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages that problems are told in. */
public enum Language {
    ENGLISH(Locale.of("en")),
    DUTCH(Locale.of("nl"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** As in {@code Content-Language}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * The one that is preferred; English when none of ours is, or nothing that can be read.
     *
     * @param acceptLanguage the header {@code Accept-Language}, null when there is none
     */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0).toList();
            return Locale.lookupTag(wanted, List.of(ENGLISH.tag(), DUTCH.tag())) instanceof String tag
                    && tag.equals(DUTCH.tag()) ? DUTCH : ENGLISH;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
