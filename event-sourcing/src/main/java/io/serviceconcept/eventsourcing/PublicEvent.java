package io.serviceconcept.eventsourcing;

/**
 * The contract record of a public event, written as the value of a Kafka record.
 *
 * @param type the CloudEvents type with its version, for example {@code concept.edition-adopted.v1}
 * @param data a record whose JSON is described by a schema in the service's contracts
 */
public record PublicEvent(String type, Object data) {
}
