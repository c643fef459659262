package io.serviceconcept.concept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Offer.AnswerTime;

/**
 * Where channels promise a group different things of the same service. Opening hours, languages and accessibility differ by
 * nature; and what a channel does not speak of, it does not contradict.
 */
final class PromiseInconsistencies {

    private PromiseInconsistencies() {
    }

    enum InconsistentPromise {
        ANSWER_TIME,
        PROMISE
    }

    /**
     * @param offers all offers that say something of it, at least two of which say different things
     */
    record Inconsistency(String service, String group, InconsistentPromise differs, List<Offer> offers) {
        Inconsistency {
            offers = List.copyOf(offers);
        }
    }

    private record Served(String service, String group) {
    }

    /** By service and group, in the order of the offers. */
    static List<Inconsistency> among(List<Offer> offers) {
        Map<Served, List<Offer>> served = offers.stream().sorted(Comparator.comparing(Offer::channel))
                .collect(Collectors.groupingBy(offer -> new Served(offer.service(), offer.group()), LinkedHashMap::new,
                        Collectors.toList()));
        List<Inconsistency> found = new ArrayList<>();
        served.forEach((of, beside) -> {
            differing(beside, PromiseInconsistencies::answerTime).ifPresent(differing -> found
                    .add(new Inconsistency(of.service(), of.group(), InconsistentPromise.ANSWER_TIME, differing)));
            differing(beside, PromiseInconsistencies::promise).ifPresent(differing -> found
                    .add(new Inconsistency(of.service(), of.group(), InconsistentPromise.PROMISE, differing)));
        });
        return List.copyOf(found);
    }

    private static Optional<List<Offer>> differing(List<Offer> beside, Function<Offer, @Nullable String> said) {
        List<Offer> speaking = beside.stream().filter(offer -> said.apply(offer) != null).toList();
        return speaking.stream().map(said).distinct().count() > 1 ? Optional.of(speaking) : Optional.empty();
    }

    private static @Nullable String answerTime(Offer offer) {
        AnswerTime time = offer.answerTime();
        return time == null ? null : time.comparable();
    }

    private static @Nullable String promise(Offer offer) {
        String promise = offer.promise();
        return promise == null ? null : Names.folded(promise);
    }
}
