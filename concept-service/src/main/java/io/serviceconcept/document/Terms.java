package io.serviceconcept.document;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptContents.Held;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Objective.Slice;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Part;
import io.serviceconcept.language.Words;

/** Ids, figures, days and fixed words as the document's readers see them. */
final class Terms {

    private static final int DECIMALS = 6;
    private static final int CENTS = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);

    private final Words words;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Indicator> indicators;
    private final @Nullable ZonedDateTime then;

    /**
     * @param indicators by id, those that are known
     */
    Terms(EditionContent content, Map<String, Indicator> indicators, Words words) {
        this(content, indicators, words, null);
    }

    /**
     * @param indicators by id, those that are known
     * @param then the moment as of which all of it was known; null for now
     */
    Terms(EditionContent content, Map<String, Indicator> indicators, Words words, @Nullable ZonedDateTime then) {
        this.words = words;
        this.indicators = indicators;
        this.then = then;
        List.of(content.layers(), content.groups(), content.channels(), content.needs(), content.services(),
                content.researchActivities())
                .forEach(parts -> parts.forEach(this::name));
    }

    record Indicator(String name, String unit) {
    }

    private void name(Part part) {
        names.put(part.id(), part.name());
    }

    String say(String key) {
        return words.say("document." + key);
    }

    /** Which draft or edition it is, and as of which moment when that is not now. */
    String edition(Held held) {
        return numbered(held) + (then == null ? ""
                : ", " + say("as-known") + ' ' + day(then.toLocalDate()) + ' ' + TIME.withLocale(words.locale()).format(then));
    }

    private String numbered(Held held) {
        return held.inForceFrom() == null ? say("draft").replace("#", Integer.toString(held.edition()))
                : say("edition").replace("#", Integer.toString(held.edition())) + ' ' + day(held.inForceFrom());
    }

    List<String> columns(String... keys) {
        return Arrays.stream(keys).map(key -> say("column." + key)).toList();
    }

    Words words() {
        return words;
    }

    /** The name of a part; empty when there is none. */
    String name(@Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    List<String> names(List<String> ids) {
        return ids.stream().map(this::name).toList();
    }

    String indicator(@Nullable String id) {
        Indicator known = id == null ? null : indicators.get(id);
        return known == null ? name(id) : known.name();
    }

    /** "at least 7 mark". */
    String norm(TargetComparison comparison, BigDecimal value, String unit) {
        return (words.of("comparison", comparison) + ' ' + number(value) + ' ' + unit).strip();
    }

    String unit(@Nullable String indicator) {
        Indicator known = indicator == null ? null : indicators.get(indicator);
        return known == null ? "" : known.unit();
    }

    /** What part of the answers counts; empty for all. */
    String slice(@Nullable Slice slice) {
        if (slice == null || slice.key() == null) {
            return say("all");
        }
        return String.join(" – ", names(List.of(slice.key().split("\\|", -1))));
    }

    String number(@Nullable BigDecimal figure) {
        if (figure == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(figure);
    }

    /** With two decimals; the currency is the organisation's own. */
    String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getInstance(words.locale());
        format.setMinimumFractionDigits(CENTS);
        format.setMaximumFractionDigits(CENTS);
        return format.format(amount);
    }

    String number(@Nullable Long figure) {
        return figure == null ? "" : number(BigDecimal.valueOf(figure));
    }

    String percent(BigDecimal share) {
        return number(share) + " %";
    }

    String day(@Nullable LocalDate day) {
        return day == null ? ""
                : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()));
    }
}
