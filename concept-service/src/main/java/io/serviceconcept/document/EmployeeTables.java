package io.serviceconcept.document;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.concept.EditionContent.Fit;
import io.serviceconcept.concept.EditionContent.NeedImportance;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.Importance;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Offer.OpeningHours;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.document.ConceptPage.Cell;
import io.serviceconcept.document.ConceptPage.Table;

/** The tables that are for employees: where they are reached and when, what they promise, what they need and get. */
record EmployeeTables(EditionContent content, Terms terms) {

    /** From this fit on a channel is adequate for a need. */
    private static final BigDecimal ADEQUATE = BigDecimal.valueOf(3);

    Table promises() {
        return table("service-levels", terms.columns("promise", "service", "norm"),
                content.serviceLevels().stream().map(this::promise).toList());
    }

    private List<Cell> promise(ServiceLevel level) {
        ServiceLevel.Norm norm = level.norm();
        return List.of(Cell.text(level.promise(), level.name()),
                Cell.text(level.service() == null ? terms.say("all-services") : terms.name(level.service())),
                Cell.text(norm == null ? null : terms.indicator(level.indicator()), norm == null ? null
                        : terms.norm(norm.comparison(), norm.value(), terms.unit(level.indicator()))));
    }

    /** Those that are in use or will be. */
    Table channels() {
        return table("channels", terms.columns("channel", "kind", "layer", "status", "hours", "means"),
                content.channels().stream().filter(channel -> channel.status() != ChannelStatus.RETIRED)
                        .sorted(Comparator.comparing(Channel::name, String.CASE_INSENSITIVE_ORDER)).map(this::channel)
                        .toList());
    }

    private List<Cell> channel(Channel channel) {
        List<OpeningHours> hours = content.offers().stream().filter(offer -> offer.channel().equals(channel.id()))
                .flatMap(offer -> offer.openingHours().stream()).distinct().toList();
        return List.of(Cell.text(channel.name()), Cell.text(terms.words().channelKind(channel.kind())),
                Cell.text(terms.name(channel.layer())), Cell.text(terms.words().of("status", channel.status())),
                Cell.hours(OpeningTimes.lines(hours, terms.words())), Cell.list(channel.means()));
    }

    /** What employees need, how much it matters, and the channels and means that serve it adequately. */
    Table needs() {
        Map<String, List<Importance>> importance = content.importance().stream()
                .collect(Collectors.toMap(NeedImportance::need, NeedImportance::importance));
        List<Need> theirs = content.needs().stream().filter(need -> need.audience() == NeedAudience.EMPLOYEE).toList();
        return table("employees.needs", terms.columns("need", "importance", "served-by"),
                inOrder(theirs).stream().map(need -> need(need, importance.getOrDefault(need.id(), List.of()))).toList());
    }

    /** A sub-need of a core need that is not the employees' own still is theirs. */
    private static List<Need> inOrder(List<Need> theirs) {
        List<Need> ordered = MatrixTable.inOrder(theirs);
        return Stream.concat(ordered.stream(), theirs.stream().filter(need -> !ordered.contains(need))).toList();
    }

    private List<Cell> need(Need need, List<Importance> importance) {
        List<String> known = importance.stream().filter(of -> of.value() != null)
                .map(of -> terms.name(of.group()) + ": " + of.value()).toList();
        return List.of(Cell.text((need.coreNeed() == null ? "" : "– ") + need.name(), need.description()),
                Cell.list(known.isEmpty() ? List.of(terms.say("unknown")) : known),
                Cell.list(servedBy(need)));
    }

    private List<String> servedBy(Need need) {
        Map<String, Channel> channels = content.channels().stream()
                .filter(channel -> channel.status() != ChannelStatus.RETIRED)
                .collect(Collectors.toMap(Channel::id, Function.identity()));
        List<String> adequate = content.fits().stream()
                .filter(fit -> fit.need().equals(need.id()) && channels.containsKey(fit.channel()))
                .filter(fit -> fit.fit().median().compareTo(ADEQUATE) >= 0)
                .sorted(Comparator.comparing((Fit fit) -> fit.fit().median()).reversed()
                        .thenComparing(fit -> terms.name(fit.channel())))
                .map(fit -> withMeans(Objects.requireNonNull(channels.get(fit.channel())))).toList();
        return adequate.isEmpty() ? List.of(terms.say("employees.not-served")) : adequate;
    }

    private static String withMeans(Channel channel) {
        return channel.means().isEmpty() ? channel.name()
                : channel.name() + ": " + String.join(", ", channel.means());
    }

    /** What is still to be done first, and of that what is due first. */
    Table requirements(List<MustBeInPlace> mustBeInPlace) {
        return table("employees.requirements", terms.columns("requirement", "kind", "channel", "department", "due", "state"),
                mustBeInPlace.stream()
                        .sorted(Comparator.comparing((MustBeInPlace requirement) -> requirement.state().equals("FULFILLED")))
                        .map(this::requirement).toList());
    }

    private List<Cell> requirement(MustBeInPlace requirement) {
        return List.of(Cell.text(requirement.name()), Cell.text(terms.words().known("requirement", requirement.kind())),
                Cell.text(terms.name(requirement.channel())), Cell.text(requirement.department()),
                Cell.text(terms.day(requirement.dueDate())),
                Cell.text(terms.words().known("requirement-state", requirement.state())));
    }

    private Table table(String id, List<String> columns, List<List<Cell>> rows) {
        return new Table(id.replace('.', '-'), terms.say(id), columns, rows);
    }
}
