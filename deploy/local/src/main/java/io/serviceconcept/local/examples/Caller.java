package io.serviceconcept.local.examples;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the example's people at the gateway: every request carries this person's token and must succeed. */
final class Caller {

    /** How long something that one service was told may take to be known in another. */
    private static final Duration ARRIVAL = Duration.ofSeconds(15);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Http http;
    private final URI gateway;
    private final SignIn signIn;
    private final String person;

    Caller(Http http, URI gateway, SignIn signIn, String person) {
        this.http = http;
        this.gateway = gateway;
        this.signIn = signIn;
        this.person = person;
    }

    private record Body(String type, String text) {

        static @Nullable Body json(@Nullable JsonNode json) {
            return json == null ? null : new Body("application/json", json.toString());
        }
    }

    Answer get(String path) {
        return insist("GET", path, null, null, null);
    }

    /** Every item of a list, page after page. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        @Nullable
        String page = path + (path.contains("?") ? "&" : "?") + "limit=200";
        while (page != null) {
            Answer answer = get(page);
            items.addAll(answer.items());
            page = answer.next();
        }
        return items;
    }

    /** Creates something; the same key again is the same request again, so that a broken run can be taken up. */
    Answer create(String path, JsonNode body, String idempotencyKey) {
        return insist("POST", path, Body.json(body), null, idempotencyKey);
    }

    /** Adds to something that has a version. */
    Answer add(String path, JsonNode body, @Nullable String etag) {
        return insist("POST", path, Body.json(body), etag, null);
    }

    Answer post(String path, JsonNode body) {
        return insist("POST", path, Body.json(body), null, null);
    }

    Answer put(String path, @Nullable JsonNode body, @Nullable String etag) {
        return insist("PUT", path, Body.json(body), etag, null);
    }

    Answer putCsv(String path, String csv) {
        return insist("PUT", path, new Body("text/csv", csv), null, null);
    }

    /** As {@link #put}, for who wants to see a refusal. */
    Answer tryPut(String path, @Nullable JsonNode body, @Nullable String etag) {
        return send("PUT", path, Body.json(body), etag, null);
    }

    /** What this request is called in a message. */
    String describe(String method, String path) {
        return method + " " + path + " as " + person;
    }

    private Answer insist(String method, String path, @Nullable Body body, @Nullable String etag,
            @Nullable String idempotencyKey) {
        Answer answer = Patience.until(outcome -> !mayStillArrive(outcome), ARRIVAL,
                () -> send(method, path, body, etag, idempotencyKey));
        if (!answer.isSuccess()) {
            throw new ExampleFailed(describe(method, path) + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    private static boolean mayStillArrive(Answer answer) {
        return answer.isProblem("unknown-reference") || answer.status() == 503 || answer.status() == 429;
    }

    private Answer send(String method, String path, @Nullable Body body, @Nullable String etag,
            @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + signIn.token(person))
                .header("Accept", "application/json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        request.method(method, body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.text()));
        return http.send(request.build());
    }
}
