package io.serviceconcept.webhook;

/** @param survey that the responses are to */
public record SubscriptionContent(String name, Tool tool, String survey, Mapping mapping) {
}
