package io.serviceconcept.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.Offer;
import io.serviceconcept.concept.Offer.AnswerTime;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.language.Words;
import io.serviceconcept.published.KeptPromises.Judged;
import io.serviceconcept.published.PublicConcept.PublicChannel;
import io.serviceconcept.published.PublicConcept.PublicFormer;
import io.serviceconcept.published.PublicConcept.PublicLanguage;
import io.serviceconcept.published.PublicConcept.PublicOffer;
import io.serviceconcept.published.PublicConcept.PublicOpeningHours;
import io.serviceconcept.published.PublicConcept.PublicPromise;
import io.serviceconcept.published.PublicConcept.PublicService;

/** Says an edition in terms that mean something to customers, and nothing else of it. */
final class CustomerTerms {

    private final EditionContent content;
    private final PublicEdition edition;
    private final Map<String, PublicChannel> open;
    private final Map<String, String> groups;
    private final Map<String, String> services;
    private final KeptPromises kept;
    private final Words words;

    CustomerTerms(PublicEdition edition, KeptPromises kept, Words words) {
        this.edition = edition;
        this.content = edition.adopted().content();
        this.kept = kept;
        this.words = words;
        this.open = edition.channels().stream().collect(
                Collectors.toMap(Channel::id, this::channel, (one, other) -> one, LinkedHashMap::new));
        this.groups = content.groups().stream().collect(Collectors.toMap(CustomerGroup::id, CustomerGroup::name));
        this.services = content.services().stream().collect(Collectors.toMap(Service::id, Service::name));
    }

    PublicConcept concept() {
        return new PublicConcept(edition.adopted().name(), words.language(), edition.adopted().inForceFrom(),
                content.services().stream().filter(this::canBeUsed).map(this::service).toList(),
                List.copyOf(open.values()), content.serviceLevels().stream().map(this::promise).toList());
    }

    /** A service that is offered through closed channels only is not there for customers. */
    private boolean canBeUsed(Service service) {
        List<Offer> offers = offers(service);
        return offers.isEmpty() || offers.stream().anyMatch(offer -> open.containsKey(offer.channel()));
    }

    private List<Offer> offers(Service service) {
        return content.offers().stream().filter(offer -> offer.service().equals(service.id())).toList();
    }

    private PublicService service(Service service) {
        Map<PublicOffer, List<String>> alike = new LinkedHashMap<>();
        offers(service).stream().filter(offer -> open.containsKey(offer.channel())).forEach(offer -> alike
                .computeIfAbsent(forNobody(offer), key -> new ArrayList<>()).add(group(offer)));
        return new PublicService(service.name(), service.description(), alike.entrySet().stream()
                .map(entry -> with(entry.getKey(), entry.getValue().stream().sorted().toList())).toList());
    }

    private String group(Offer offer) {
        return groups.getOrDefault(offer.group(), "");
    }

    private PublicOffer forNobody(Offer offer) {
        return new PublicOffer(Objects.requireNonNull(open.get(offer.channel())), List.of(),
                offer.openingHours().stream().sorted(Comparator.comparing(Offer.OpeningHours::day)
                        .thenComparing(Offer.OpeningHours::from)).map(this::hours).toList(),
                offer.languages().stream().map(tag -> new PublicLanguage(tag, words.languageName(tag))).toList(),
                offer.accessibility(), offer.promise(), answerTime(offer.answerTime()));
    }

    private static PublicOffer with(PublicOffer offer, List<String> groups) {
        return new PublicOffer(offer.channel(), groups, offer.openingHours(), offer.languages(), offer.accessibility(),
                offer.promise(), offer.answerTime());
    }

    private @Nullable String answerTime(@Nullable AnswerTime time) {
        return time == null ? null : words.within(time);
    }

    private PublicOpeningHours hours(Offer.OpeningHours hours) {
        return new PublicOpeningHours(hours.day(), words.day(hours.day()), hours.from(), hours.to());
    }

    private PublicChannel channel(Channel channel) {
        return new PublicChannel(channel.name(), channel.kind(), words.channelKind(channel.kind()));
    }

    private PublicPromise promise(ServiceLevel level) {
        Judged judged = kept.of(level);
        Optional<Judged> before = kept.before(level);
        String service = level.service();
        return new PublicPromise(level.promise(), service == null ? null : services.get(service), judged.kept(),
                before.isPresent() ? words.say("kept.not-measured-since") : words.of("kept", judged.kept()),
                judged.period(), before.map(this::former).orElse(null));
    }

    private PublicFormer former(Judged judged) {
        return new PublicFormer(judged.kept(), words.of("kept", judged.kept()), judged.period());
    }
}
