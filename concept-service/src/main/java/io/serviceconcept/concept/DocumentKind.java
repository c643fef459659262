package io.serviceconcept.concept;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.AssumptionsResource.AssumptionContent;
import io.serviceconcept.concept.ChannelShiftsResource.ChannelShiftContent;
import io.serviceconcept.concept.ChannelsResource.ChannelContent;
import io.serviceconcept.concept.CustomerGroupsResource.CustomerGroupContent;
import io.serviceconcept.concept.HandOversResource.HandOverContent;
import io.serviceconcept.concept.InsightsResource.InsightContent;
import io.serviceconcept.concept.LayersResource.LayerContent;
import io.serviceconcept.concept.NeedsResource.NeedContent;
import io.serviceconcept.concept.ObjectivesResource.ObjectiveContent;
import io.serviceconcept.concept.OffersResource.OfferContent;
import io.serviceconcept.concept.ResearchActivitiesResource.ResearchActivityContent;
import io.serviceconcept.concept.ServiceLevelsResource.ServiceLevelContent;
import io.serviceconcept.concept.ServicesResource.ServiceContent;
import io.serviceconcept.concept.StakeholdersResource.StakeholderContent;

/**
 * A kind of part as a document of a concept holds it: what its endpoint takes, with its id. A new kind joins with a line in
 * {@link #ALL}.
 *
 * @param content what its endpoint takes
 * @param part the part from that and an id
 * @param operational what is set by an endpoint of its own; null for most kinds
 */
record DocumentKind<P extends Part, C>(PartType<P> type, Class<C> content, BiFunction<C, String, P> part,
        @Nullable Operational<P, ?> operational) {

    static final List<DocumentKind<?, ?>> ALL = List.of(
            new DocumentKind<>(LayersResource.TYPE, LayerContent.class, LayerContent::part, null),
            new DocumentKind<>(CustomerGroupsResource.TYPE, CustomerGroupContent.class, CustomerGroupContent::part, null),
            new DocumentKind<>(ChannelsResource.TYPE, ChannelContent.class, ChannelContent::part,
                    new Operational<>("status", ChannelStatus.class, Channel::with)),
            new DocumentKind<>(NeedsResource.TYPE, NeedContent.class, NeedContent::part, null),
            new DocumentKind<>(ObjectivesResource.TYPE, ObjectiveContent.class, ObjectiveContent::part, null),
            new DocumentKind<>(ServicesResource.TYPE, ServiceContent.class, ServiceContent::part, null),
            new DocumentKind<>(OffersResource.TYPE, OfferContent.class, OfferContent::part, null),
            new DocumentKind<>(ServiceLevelsResource.TYPE, ServiceLevelContent.class, ServiceLevelContent::part, null),
            new DocumentKind<>(ChannelShiftsResource.TYPE, ChannelShiftContent.class, ChannelShiftContent::part, null),
            new DocumentKind<>(HandOversResource.TYPE, HandOverContent.class, HandOverContent::part, null),
            new DocumentKind<>(AssumptionsResource.TYPE, AssumptionContent.class, AssumptionContent::part, null),
            new DocumentKind<>(StakeholdersResource.TYPE, StakeholderContent.class, StakeholderContent::part, null),
            new DocumentKind<>(ResearchActivitiesResource.TYPE, ResearchActivityContent.class, ResearchActivityContent::part,
                    null),
            new DocumentKind<>(InsightsResource.TYPE, InsightContent.class, InsightContent::part, null));

    /**
     * A field that its endpoint does not take.
     *
     * @param set the part with the value
     */
    record Operational<P extends Part, E extends Enum<E>>(String field, Class<E> values, BiFunction<P, E, P> set) {

        /** The part with the value; null when there is none or the value is wrong, which is noted. */
        @Nullable
        P set(@Nullable P part, JsonNode value, Checks checks, String pointer) {
            E given = Stream.of(values.getEnumConstants()).filter(one -> one.name().equals(value.textValue())).findFirst()
                    .orElse(null);
            checks.require(given != null, pointer + '/' + field, "is one of " + List.of(values.getEnumConstants()));
            return part == null || given == null ? null : set.apply(part, given);
        }
    }

    /** How a document calls the parts of this kind, as in {@code customerGroups}. */
    String field() {
        String[] words = type.segment().split("-");
        return words[0] + Stream.of(words).skip(1).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** All parts of this kind in a draft. */
    List<ObjectNode> items(Parts parts) {
        return parts.all(type.type(), type.kind()).stream().map(part -> item(part.value())).toList();
    }

    private ObjectNode item(P part) {
        JsonNode view = Trees.of(type.view().apply(part, 0L));
        ObjectNode item = Trees.object().put("id", part.id());
        Stream.of(content.getRecordComponents()).map(RecordComponent::getName).filter(view::hasNonNull)
                .forEach(field -> item.set(field, view.get(field)));
        if (operational != null) {
            item.set(operational.field(), view.get(operational.field()));
        }
        return item;
    }

    /**
     * The part that an item describes; null when something is wrong with it, which is noted.
     *
     * @param id the id it gets
     * @param pointer where the item stands
     */
    @Nullable
    P part(ObjectNode item, String id, BodyReader reader, Checks checks, String pointer) {
        ObjectNode body = item.deepCopy();
        body.remove("id");
        JsonNode value = operational == null ? null : body.remove(operational.field());
        P read = checks.read(pointer, () -> part.apply(reader.bind(body, content), id));
        return operational == null || value == null ? read : operational.set(read, value, checks, pointer);
    }

    /** Reads a body as strictly as an endpoint does. */
    @FunctionalInterface
    interface BodyReader {

        /**
         * @throws io.serviceconcept.eventsourcing.http.InvalidInput naming every way in which the JSON is not of the documented
         *         shape
         */
        <T> T bind(JsonNode json, Class<T> type);
    }
}
