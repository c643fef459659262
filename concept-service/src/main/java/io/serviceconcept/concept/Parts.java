package io.serviceconcept.concept;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a draft by kind and id, in the order in which they came. Never changes: every change is a copy. */
record Parts(Map<PartKind, Map<String, Versioned<Part>>> byKind) {

    static final Parts NONE = new Parts(Map.of());

    Optional<Versioned<Part>> find(PartKind kind, String id) {
        return Optional.ofNullable(of(kind).get(id));
    }

    boolean has(PartKind kind, String id) {
        return of(kind).containsKey(id);
    }

    /** All parts of one kind, typed. */
    <P extends Part> List<Versioned<P>> all(Class<P> type, PartKind kind) {
        return of(kind).values().stream().map(part -> new Versioned<>(type.cast(part.value()), part.version())).toList();
    }

    List<Layer> layers() {
        return values(Layer.class, PartKind.LAYER);
    }

    List<CustomerGroup> groups() {
        return values(CustomerGroup.class, PartKind.CUSTOMER_GROUP);
    }

    List<Channel> channels() {
        return values(Channel.class, PartKind.CHANNEL);
    }

    List<Need> needs() {
        return values(Need.class, PartKind.NEED);
    }

    List<Objective> objectives() {
        return values(Objective.class, PartKind.OBJECTIVE);
    }

    List<Service> services() {
        return values(Service.class, PartKind.SERVICE);
    }

    List<Offer> offers() {
        return values(Offer.class, PartKind.OFFER);
    }

    List<ServiceLevel> serviceLevels() {
        return values(ServiceLevel.class, PartKind.SERVICE_LEVEL);
    }

    List<ChannelShift> channelShifts() {
        return values(ChannelShift.class, PartKind.CHANNEL_SHIFT);
    }

    List<HandOver> handOvers() {
        return values(HandOver.class, PartKind.HAND_OVER);
    }

    List<Assumption> assumptions() {
        return values(Assumption.class, PartKind.ASSUMPTION);
    }

    List<Stakeholder> stakeholders() {
        return values(Stakeholder.class, PartKind.STAKEHOLDER);
    }

    List<ResearchActivity> researchActivities() {
        return values(ResearchActivity.class, PartKind.RESEARCH_ACTIVITY);
    }

    List<Insight> insights() {
        return values(Insight.class, PartKind.INSIGHT);
    }

    /** The indicators that objectives and service levels name. */
    Set<String> indicators() {
        return Stream
                .concat(objectives().stream().map(Objective::indicator), serviceLevels().stream().map(ServiceLevel::indicator))
                .filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** The name of a part; of one that has none of its own, the names of the parts it joins. */
    String label(Part part) {
        return part instanceof Joint joint ? joint.references().stream().map(this::label).collect(Collectors.joining(" – "))
                : part.name();
    }

    private String label(Part.Reference reference) {
        return find(reference.kind(), reference.id()).map(part -> label(part.value())).orElse(reference.id());
    }

    Stream<Part> stream() {
        return byKind.values().stream().flatMap(parts -> parts.values().stream()).map(Versioned::value);
    }

    Parts with(Part part, long version) {
        Map<String, Versioned<Part>> parts = new LinkedHashMap<>(of(part.partKind()));
        parts.put(part.id(), new Versioned<>(part, version));
        return with(part.partKind(), parts);
    }

    Parts without(PartKind kind, String id) {
        Map<String, Versioned<Part>> parts = new LinkedHashMap<>(of(kind));
        parts.remove(id);
        return with(kind, parts);
    }

    private Parts with(PartKind kind, Map<String, Versioned<Part>> parts) {
        Map<PartKind, Map<String, Versioned<Part>>> copy = new EnumMap<>(PartKind.class);
        copy.putAll(byKind);
        copy.put(kind, Collections.unmodifiableMap(parts));
        return new Parts(Collections.unmodifiableMap(copy));
    }

    private Map<String, Versioned<Part>> of(PartKind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    private <P extends Part> List<P> values(Class<P> type, PartKind kind) {
        return of(kind).values().stream().map(part -> type.cast(part.value())).toList();
    }
}
