package io.serviceconcept.gateway;

import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** A real HTTP server in a service's place. Unless told otherwise it answers what it received. */
class StubService {

    private final Vertx vertx;
    private final String name;
    private final Handler<HttpServerRequest> initially;
    private volatile Handler<HttpServerRequest> behaviour;
    private volatile HttpServer server;
    private int port;

    StubService(Vertx vertx, String name) {
        this.vertx = vertx;
        this.name = name;
        this.initially = this::describe;
        this.behaviour = initially;
        start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void behaves(Handler<HttpServerRequest> how) {
        behaviour = how;
    }

    void behavesNormally() {
        behaviour = initially;
    }

    /** On the same port again after a stop. */
    void start() {
        server = await(vertx.createHttpServer().requestHandler(request -> behaviour.handle(request))
                .listen(port, "127.0.0.1"));
        port = server.actualPort();
    }

    void stop() {
        await(server.close());
    }

    private void describe(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers().names()
                    .forEach(header -> headers.put(header.toLowerCase(), request.headers().getAll(header)));
            request.response().putHeader("Content-Type", "application/json").end(new JsonObject()
                    .put("service", name).put("method", request.method().name()).put("uri", request.uri())
                    .put("authority", String.valueOf(request.authority()))
                    .put("bytes", body.length()).put("headers", headers).encode());
        });
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
