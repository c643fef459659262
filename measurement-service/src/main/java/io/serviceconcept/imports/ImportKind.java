package io.serviceconcept.imports;

/** What the lines of a file are. */
enum ImportKind {
    RESPONSES("id"),
    OBSERVATIONS("key");

    private final String idField;

    ImportKind(String idField) {
        this.idField = idField;
    }

    /** The field that holds the sender's own id. */
    String idField() {
        return idField;
    }
}
