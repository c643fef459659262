package io.serviceconcept.concept;

/** The kinds of parts that a draft is made of. */
public enum PartKind {
    LAYER("layer"),
    CUSTOMER_GROUP("customer group"),
    CHANNEL("channel"),
    NEED("need"),
    OBJECTIVE("objective");

    private final String word;

    PartKind(String word) {
        this.word = word;
    }

    /** The kind as a word in a sentence. */
    public String word() {
        return word;
    }
}
