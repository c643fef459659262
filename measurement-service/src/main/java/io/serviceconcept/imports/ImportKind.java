package io.serviceconcept.imports;

/** What the lines of a file are. */
enum ImportKind {
    RESPONSES("id"),
    OBSERVATIONS("key"),
    /** Their days are their identity. */
    VOLUMES("from");

    private final String idField;

    ImportKind(String idField) {
        this.idField = idField;
    }

    /** Whether the lines belong to a survey. */
    boolean ofSurvey() {
        return this != OBSERVATIONS;
    }

    /** The field that holds the sender's own id. */
    String idField() {
        return idField;
    }
}
