package io.serviceconcept.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Asks the services for their API documents, merges them, and keeps the outcome for a short while. */
@ApplicationScoped
class ApiDocuments {

    private static final Logger LOG = Logger.getLogger(ApiDocuments.class);
    private static final String AT_THE_SERVICE = "/q/openapi?format=json";

    private final Vertx vertx;
    private final ServiceClient services;
    private final ObjectMapper json;
    private final Duration timeout;
    private final Duration cachedFor;

    private @Nullable Published published;
    private long publishedAt;
    private @Nullable Future<Outcome> beingMade;

    ApiDocuments(Vertx vertx, ServiceClient services, ObjectMapper json, GatewayConfig config) {
        this.vertx = vertx;
        this.services = services;
        this.json = json;
        this.timeout = config.apiDocument().timeout();
        this.cachedFor = config.apiDocument().cachedFor();
    }

    /** The document; everyone who asks while it is being made gets the same. Never fails. */
    synchronized Future<Outcome> current() {
        if (published != null && System.nanoTime() - publishedAt < cachedFor.toNanos()) {
            return Future.succeededFuture(published);
        }
        if (beingMade == null) {
            Future<Outcome> making = make();
            beingMade = making;
            making.onComplete(made -> keep(made.result()));
        }
        return beingMade;
    }

    private synchronized void keep(Outcome outcome) {
        beingMade = null;
        if (outcome instanceof Published document) {
            published = document;
            publishedAt = System.nanoTime();
        }
    }

    private Future<Outcome> make() {
        Map<Service, Future<JsonNode>> documents = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            documents.put(service, fetch(service));
        }
        return Future.join(List.copyOf(documents.values()))
                .transform(all -> vertx.executeBlocking(() -> merge(documents)))
                .recover(failure -> {
                    LOG.error("The API document could not be merged", failure);
                    return Future.succeededFuture(new Unavailable(Problem.apiDocumentsNotMerged()));
                });
    }

    private Future<JsonNode> fetch(Service service) {
        return services.open(service)
                .compose(request -> request.setURI(AT_THE_SERVICE).idleTimeout(timeout.toMillis()).send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        : refused(answer))
                .compose(this::parsed)
                .onFailure(failure -> LOG.warnf("No API document from the %s: %s", service.title(), failure.getMessage()));
    }

    private Future<Buffer> refused(HttpClientResponse answer) {
        return answer.end().compose(end -> Future.failedFuture("it answered " + answer.statusCode()));
    }

    private Future<JsonNode> parsed(Buffer content) {
        try {
            return Future.succeededFuture(json.readTree(content.getBytes()));
        } catch (IOException notJson) {
            return Future.failedFuture(notJson);
        }
    }

    private Outcome merge(Map<Service, Future<JsonNode>> documents) throws IOException {
        OpenApiMerge merge = new OpenApiMerge();
        List<String> away = new ArrayList<>();
        documents.forEach((service, document) -> {
            if (document.succeeded()) {
                merge.add(service, document.result());
            } else {
                away.add(service.title());
            }
        });
        if (!away.isEmpty()) {
            return new Unavailable(Problem.apiDocumentsMissing(String.join(", ", away)));
        }
        if (!merge.clashes().isEmpty()) {
            LOG.errorf("The services' API documents contradict each other: %s", merge.clashes());
            return new Unavailable(Problem.apiDocumentsClash(String.join(", ", merge.clashes())));
        }
        if (!merge.leftOut().isEmpty()) {
            LOG.warnf("Described by a service but not routed to it: %s", merge.leftOut());
        }
        return new Published(Buffer.buffer(json.writeValueAsBytes(merge.document())));
    }

    /** What came of asking. */
    sealed interface Outcome {
    }

    record Published(Buffer document) implements Outcome {
    }

    /** @param why as the caller is told */
    record Unavailable(Problem why) implements Outcome {
    }
}
