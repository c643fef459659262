package io.serviceconcept.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A small concept, filled through the API: two layers, two groups (60 and 40 %), a desk and a video call, a core need with
 * one sub-need.
 */
public record Example(Api designer, String concept, String selfService, String personal, String young, String old,
        String desk, String video, String contact, String heard) {

    public static Example created(Api designer) {
        String concept = designer.concept();
        String selfService = designer.id(concept + "/layers", """
                {"name": "Self-service", "approach": "SELF_SERVICE", "position": 1}""");
        String personal = designer.id(concept + "/layers", """
                {"name": "Personal", "approach": "PERSONAL", "position": 2}""");
        String desk = designer.id(concept + "/channels", channel("Desk", "DESK", personal));
        String video = designer.id(concept + "/channels", channel("Video call", "VIDEO_CALL", personal));
        String young = designer.id(concept + "/customer-groups", group("Young", "60", personal, null));
        String old = designer.id(concept + "/customer-groups", group("Old", "40", personal, video));
        String contact = designer.id(concept + "/needs", """
                {"name": "Personal contact", "audience": "CUSTOMER"}""");
        String heard = designer.id(concept + "/needs", """
                {"name": "Being heard", "audience": "CUSTOMER", "coreNeed": "%s"}""".formatted(contact));
        return new Example(designer, concept, selfService, personal, young, old, desk, video, contact, heard);
    }

    public String id() {
        return concept.substring(concept.lastIndexOf('/') + 1);
    }

    public static String channel(String name, String kind, String layer) {
        return """
                {"name": "%s", "kind": "%s", "layer": "%s", "means": [], "legallyRequired": false}"""
                .formatted(name, kind, layer);
    }

    public static String group(String name, String share, String homeLayer, @Nullable String unusable) {
        return """
                {"name": "%s", "share": %s, "selfReliance": "HIGH", "digitalSkill": "MEDIUM", "contactPreferences": [],
                 "homeLayer": "%s", "otherLayers": [], "unusableChannels": [%s]}""".formatted(name, share, homeLayer,
                unusable == null ? "" : "{\"channel\": \"" + unusable + "\", \"reason\": \"No camera\"}");
    }

    public void activate(String channel) {
        String address = concept + "/channels/" + channel;
        designer.put(address + "/status", designer.version(address), """
                {"status": "ACTIVE", "reason": "It is open"}""").statusCode(200);
    }

    /** Proposes, as soon as what the draft names is known here, and adopts; answers the address of the edition. */
    public String adopted(String inForceFrom) {
        Api manager = designer.manager();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> manager.put(concept + "/proposal", manager.version(concept), "").statusCode(200));
        return manager.request().contentType("application/json").header("If-Match", manager.version(concept))
                .body("{\"inForceFrom\": \"" + inForceFrom + "\"}").post(concept + "/editions").then().statusCode(201)
                .extract().header("Location");
    }
}
