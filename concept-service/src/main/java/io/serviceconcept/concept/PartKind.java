package io.serviceconcept.concept;

/** The kinds of parts that a draft is made of. */
public enum PartKind {
    LAYER("layer"),
    CUSTOMER_GROUP("customer group"),
    CHANNEL("channel"),
    NEED("need"),
    OBJECTIVE("objective"),
    SERVICE("service"),
    OFFER("offer"),
    SERVICE_LEVEL("service level"),
    CHANNEL_SHIFT("channel shift"),
    HAND_OVER("hand-over"),
    ASSUMPTION("assumption"),
    STAKEHOLDER("stakeholder"),
    RESEARCH_ACTIVITY("research activity"),
    INSIGHT("insight");

    private final String word;

    PartKind(String word) {
        this.word = word;
    }

    /** The kind as a word in a sentence. */
    public String word() {
        return word;
    }
}
