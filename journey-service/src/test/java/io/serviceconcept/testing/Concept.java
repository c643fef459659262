package io.serviceconcept.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.serviceconcept.eventsourcing.testing.Topics;

/** A concept of concept-service as its events tell of it. */
public final class Concept {

    private static final String TOPIC = "concept-events";

    public final UUID id = UUID.randomUUID();
    public final UUID desk = UUID.randomUUID();
    public final UUID video = UUID.randomUUID();
    public final UUID human = UUID.randomUUID();
    public final UUID speed = UUID.randomUUID();
    public final UUID group = UUID.randomUUID();
    public final UUID satisfied = UUID.randomUUID();
    private final String organisation;
    private long sequence;

    private Concept(String organisation) {
        this.organisation = organisation;
    }

    /** A concept with two channels, two needs, an objective and, last of all, a group in its draft. */
    public static Concept drafted(String organisation) {
        Concept concept = new Concept(organisation);
        concept.created();
        concept.draftChannel(concept.desk, "Desk");
        concept.draftChannel(concept.video, "Video call");
        concept.draftNeed(concept.human, "A human being");
        concept.draftNeed(concept.speed, "Speed");
        concept.draftObjective(concept.satisfied, "Satisfied customers");
        concept.draftGroup(concept.group, "Prefers a person");
        return concept;
    }

    private void created() {
        event("concept.created.v1", Map.of("concept", id, "name", "Services of the municipality"));
    }

    public void draftChannel(UUID channel, String name) {
        event("concept.channel-drafted.v1",
                Map.of("concept", id, "draft", true, "channel", channel(channel, name)));
    }

    public void draftNeed(UUID need, String name) {
        event("concept.need-drafted.v1", Map.of("concept", id, "draft", true, "need",
                Map.of("id", need, "name", name, "audience", "CUSTOMER")));
    }

    public void draftObjective(UUID objective, String name) {
        event("concept.objective-drafted.v1", Map.of("concept", id, "draft", true, "objective",
                Map.of("id", objective, "name", name, "owner", "Head of service")));
    }

    public void draftGroup(UUID draftedGroup, String name) {
        event("concept.customer-group-drafted.v1", Map.of("concept", id, "draft", true, "group",
                Map.of("id", draftedGroup, "name", name, "share", 100, "otherLayers", List.of(), "unusableChannels",
                        List.of())));
    }

    public void removed(String kind, UUID part) {
        event("concept.part-removed.v1", Map.of("concept", id, "draft", true, "part", kind, "id", part));
    }

    public void merged(UUID need, UUID into) {
        event("concept.needs-merged.v1", Map.of("concept", id, "draft", true, "need", need, "into", into));
    }

    public void split(UUID need, UUID first, UUID second) {
        event("concept.need-split.v1", Map.of("concept", id, "draft", true, "need", need, "into",
                List.of(splitOff(first, "One"), splitOff(second, "Another"))));
    }

    public void retired() {
        event("concept.retired.v1", Map.of("concept", id, "retiredOn", LocalDate.of(2026, 11, 1)));
    }

    private static Map<String, Object> splitOff(UUID need, String name) {
        return Map.of("need", Map.of("id", need, "name", name, "audience", "CUSTOMER"), "takes", List.of());
    }

    /** An edition with everything that {@link #drafted} made. */
    public void adopted(int edition, LocalDate inForceFrom) {
        event("concept.edition-adopted.v1", Map.of("concept", id, "name", "Services of the municipality", "edition",
                edition, "inForceFrom", inForceFrom, "layers", List.of(),
                "groups", List.of(Map.of("id", group, "name", "Prefers a person", "share", 100)),
                "channels", List.of(channel(desk, "Desk"), channel(video, "Video call")),
                "needs", List.of(Map.of("id", human, "name", "A human being"), Map.of("id", speed, "name", "Speed")),
                "objectives", List.of(Map.of("id", satisfied, "name", "Satisfied customers"))));
    }

    public void status(UUID channel, String status) {
        event("concept.channel-status-changed.v1", Map.of("concept", id, "channel", channel, "status", status));
    }

    /** A type that nobody here reads. */
    public void unheardOf() {
        event("concept.something-new.v1", Map.of("concept", id));
    }

    private static Map<String, Object> channel(UUID channel, String name) {
        return Map.of("id", channel, "name", name, "kind", "OTHER", "status", "ACTIVE");
    }

    private void event(String type, Object data) {
        Topics.event(TOPIC, organisation, "concept-" + id, ++sequence, type, data);
    }
}
