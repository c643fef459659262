package io.serviceconcept.local.examples;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A kind of part of a concept: what its collection is called in the API, and in an edition as in an example's file. */
enum ConceptPart {

    LAYER("layer", "layers", "layers"),
    CHANNEL("channel", "channels", "channels"),
    CUSTOMER_GROUP("customerGroup", "customer-groups", "customerGroups"),
    NEED("need", "needs", "needs"),
    SERVICE("service", "services", "services"),
    OFFER("offer", "offers", "offers", joining("service", "service", "channel", "channel", "group", "customerGroup")),
    CHANNEL_SHIFT("channelShift", "channel-shifts", "channelShifts", joining("from", "channel", "to", "channel")),
    HAND_OVER("handOver", "hand-overs", "handOvers", joining("from", "channel", "to", "channel")),
    ASSUMPTION("assumption", "assumptions", "assumptions"),
    STAKEHOLDER("stakeholder", "stakeholders", "stakeholders"),
    RESEARCH_ACTIVITY("researchActivity", "research-activities", "researchActivities"),
    INSIGHT("insight", "insights", "insights"),
    OBJECTIVE("objective", "objectives", "objectives"),
    SERVICE_LEVEL("serviceLevel", "service-levels", "serviceLevels");

    private final String kind;
    private final String collection;
    private final String member;
    private final Map<String, String> joins;

    ConceptPart(String kind, String collection, String member) {
        this(kind, collection, member, Map.of());
    }

    /**
     * @param joins for what has no name of its own: the members by which it is known, and the kind that each refers to
     */
    ConceptPart(String kind, String collection, String member, Map<String, String> joins) {
        this.kind = kind;
        this.collection = collection;
        this.member = member;
        this.joins = joins;
    }

    String kind() {
        return kind;
    }

    String collection() {
        return collection;
    }

    String member() {
        return member;
    }

    /** Whether it can only be made once the indicators are there. */
    boolean isMeasured() {
        return this == OBJECTIVE || this == SERVICE_LEVEL;
    }

    /** The members of a part that refer to others and by which it is known, each with the kind it refers to. */
    Map<String, String> joins() {
        return joins;
    }

    /** What a part in the platform is known by among those of its kind. */
    String identity(JsonNode part) {
        return joins.isEmpty() ? part.path("name").asText()
                : String.join("|", joins.keySet().stream().map(join -> part.path(join).asText()).toList());
    }

    /** What the part that an entry of the file stands for is known by. */
    String identity(JsonNode entry, Ids ids) {
        return joins.isEmpty() ? entry.path("name").asText()
                : String.join("|", joins.entrySet().stream()
                        .map(join -> ids.of(join.getValue(), entry.path(join.getKey()).asText())).toList());
    }

    private static Map<String, String> joining(String... membersAndKinds) {
        Map<String, String> joins = new LinkedHashMap<>();
        for (int i = 0; i < membersAndKinds.length; i += 2) {
            joins.put(membersAndKinds[i], membersAndKinds[i + 1]);
        }
        return joins;
    }
}
