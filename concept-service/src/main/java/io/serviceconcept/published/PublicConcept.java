package io.serviceconcept.published;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A concept in force in the customer's words. It names only what is public: no id, share, importance, fit, cost or belief has
 * a place here.
 *
 * @param language of the fixed words, nl or en; names and promises are in the organisation's own
 * @param services the services one can use now
 * @param channels the channels that are open
 * @param serviceLevels what is promised, and whether it is kept
 */
record PublicConcept(String name, String language, LocalDate inForceFrom, List<PublicService> services,
        List<PublicChannel> channels, List<PublicPromise> serviceLevels) {

    record PublicService(String name, @Nullable String description, List<PublicOffer> offers) {
    }

    /**
     * A service through a channel.
     *
     * @param groups for whom; those for whom it is the same stand together
     * @param answerTime in words
     */
    record PublicOffer(PublicChannel channel, List<String> groups, List<PublicOpeningHours> openingHours,
            List<PublicLanguage> languages, List<String> accessibility, @Nullable String promise,
            @Nullable String answerTime) {
    }

    /**
     * @param kindName the kind in words
     */
    record PublicChannel(String name, String kind, String kindName) {
    }

    /**
     * @param from HH:mm, where the organisation is
     * @param to HH:mm; 24:00 is the end of the day
     */
    record PublicOpeningHours(DayOfWeek day, String dayName, String from, String to) {
    }

    /**
     * @param tag as in BCP 47
     */
    record PublicLanguage(String tag, String name) {
    }

    /**
     * @param service the service it is about; absent for all
     * @param keptText the same in words; when it is not measured since the edition took force, that it is so
     * @param period the period it was judged over; absent when it is not measured yet
     * @param before how the same promise was kept before the edition took force, while it is not measured since; else absent
     */
    record PublicPromise(String promise, @Nullable String service, PromiseKept kept, String keptText,
            @Nullable PublicPeriod period, @Nullable PublicFormer before) {
    }

    /**
     * @param keptText the same in words
     */
    record PublicFormer(PromiseKept kept, String keptText, @Nullable PublicPeriod period) {
    }

    /** Whether a promise is kept, as far as the figures say. */
    enum PromiseKept {
        KEPT,
        PROBABLY_KEPT,
        PROBABLY_NOT_KEPT,
        NOT_KEPT,
        NOT_MEASURED
    }

    /**
     * @param open whether the period still runs
     */
    record PublicPeriod(LocalDate from, LocalDate to, boolean open) {
    }
}
