package io.serviceconcept.local.examples;

/** A kind of part of a concept: what its collection is called in the API, and in an edition as in an example's file. */
enum ConceptPart {

    LAYER("layer", "layers", "layers"),
    CHANNEL("channel", "channels", "channels"),
    CUSTOMER_GROUP("customerGroup", "customer-groups", "customerGroups"),
    NEED("need", "needs", "needs"),
    OBJECTIVE("objective", "objectives", "objectives");

    private final String kind;
    private final String collection;
    private final String member;

    ConceptPart(String kind, String collection, String member) {
        this.kind = kind;
        this.collection = collection;
        this.member = member;
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
}
