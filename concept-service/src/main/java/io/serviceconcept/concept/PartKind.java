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

    /**
     * How many of them a concept holds at most: several times the largest that is thought of. Whoever reads a concept goes
     * through all of it.
     */
    int most() {
        return this == OFFER ? 5_000 : 1_000;
    }

    /** The kind as a word in a sentence. */
    public String word() {
        return word;
    }
}
