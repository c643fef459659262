package io.serviceconcept.language;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Offer.AnswerTime;

/** The fixed words in one language, Dutch or English. What an organisation wrote itself is in the language it chose. */
public final class Words {

    public static final Words ENGLISH = new Words(Locale.ENGLISH);
    public static final Words DUTCH = new Words(Locale.of("nl"));
    private static final List<Locale> LANGUAGES = List.of(ENGLISH.locale, DUTCH.locale);
    private static final String BUNDLE = "io.serviceconcept.language.words";

    private final Locale locale;
    private final ResourceBundle words;

    private Words(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader());
    }

    /** The language a reader prefers of the two, English when the header asks for neither or cannot be read. */
    public static Words preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return DUTCH.locale.equals(best) ? DUTCH : ENGLISH;
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    /** {@code nl} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /**
     * @throws java.util.MissingResourceException when there is no such word
     */
    public String say(String key) {
        return words.getString(key);
    }

    /** The word for a value of an enumeration, under {@code <family>.<VALUE>}. */
    public String of(String family, Enum<?> value) {
        return say(family + '.' + value.name());
    }

    /** A kind of channel; a word of the organisation's own is only made readable. */
    public String channelKind(String kind) {
        return known("channel", kind);
    }

    /** A value that another may have added to, under {@code <family>.<value>}; one that has no word is made readable. */
    public String known(String family, String value) {
        String key = family + '.' + value;
        if (words.containsKey(key)) {
            return say(key);
        }
        String own = value.replace('_', ' ').toLowerCase(locale);
        return own.substring(0, 1).toUpperCase(locale) + own.substring(1);
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /**
     * @param tag a BCP 47 tag; one that is not well formed is said as it is
     */
    public String languageName(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().getDisplayName(locale);
        } catch (IllformedLocaleException unknown) {
            return tag;
        }
    }

    /** "within 2 working days". */
    public String within(AnswerTime time) {
        String number = time.value() == 1 ? "one" : "many";
        return say("within." + number + '.' + time.unit()).replace("#", Integer.toString(time.value()));
    }
}
