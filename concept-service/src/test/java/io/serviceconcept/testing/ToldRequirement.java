package io.serviceconcept.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.testing.Topics;

/** A requirement as journey-service tells of it: software that ICT has to install, blocking its channel. */
public final class ToldRequirement {

    private final Example example;
    private final String id = UUID.randomUUID().toString();
    private final Map<String, Object> facts = new HashMap<>();
    private long sequence;

    public ToldRequirement(Example example, String channel) {
        this.example = example;
        facts.putAll(Map.of("requirement", id, "concept", example.id(), "name", "Software on the computers", "kind",
                "TECHNOLOGY", "channel", channel, "needs", List.of(), "objectives", List.of(), "department", "ICT",
                "blocking", true));
        facts.put("dueDate", "2026-12-01");
    }

    public String id() {
        return id;
    }

    public ToldRequirement with(String field, @Nullable Object value) {
        facts.put(field, value);
        return this;
    }

    public ToldRequirement opened() {
        return told("requirement.opened.v1", "OPEN");
    }

    public ToldRequirement begun() {
        return told("requirement.changed.v1", "IN_PROGRESS");
    }

    public ToldRequirement fulfilled() {
        return told("requirement.fulfilled.v1", "FULFILLED");
    }

    public ToldRequirement waived() {
        return told("requirement.waived.v1", "WAIVED");
    }

    private ToldRequirement told(String type, String state) {
        Map<String, Object> data = new HashMap<>(facts);
        data.put("state", state);
        data.values().removeIf(value -> value == null);
        Topics.event("journey-events", example.designer().organisation(), "requirement-" + id, ++sequence, type, data);
        return this;
    }

    /** Returns when so many open requirements are known to block the channel. */
    public static void awaitBlocking(Example example, String channel, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> example.designer()
                .get(example.concept() + "/channels/" + channel + "/readiness").statusCode(200).extract()
                .<List<?>> path("requirements").size() == count);
    }
}
