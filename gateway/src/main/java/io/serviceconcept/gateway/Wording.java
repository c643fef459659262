package io.serviceconcept.gateway;

/** What a problem says to people, in one language. */
record Wording(String title, String detail) {
}
