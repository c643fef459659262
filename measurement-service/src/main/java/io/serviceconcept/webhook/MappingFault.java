package io.serviceconcept.webhook;

/** @param pointer a JSON Pointer into the subscription */
record MappingFault(String pointer, String message) {
}
