package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;

/** Callers over HTTP/1.1, each with a connection of its own, who post one thing after the other. */
final class Posting implements Contender {

    /** One request: where to, and what. */
    record Post(String path, String body) {
    }

    /** What has to be over before it is somebody else's turn. */
    @FunctionalInterface
    interface Settling {
        void await(long posted) throws Exception;
    }

    private static final int CREATED = 201;
    private static final int LONGEST_SECONDS = 30;

    private final String name;
    private final int connections;
    private final ServiceProcess service;
    private final String authorization;
    private final LongFunction<Post> posts;
    private final Settling settling;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong posted = new AtomicLong();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;

    /** @param posts the request of each number, counted from 1 */
    Posting(String name, int connections, ServiceProcess service, String token, LongFunction<Post> posts,
            Settling settling) {
        this.name = name;
        this.connections = connections;
        this.service = service;
        this.authorization = "Bearer " + token;
        this.posts = posts;
        this.settling = settling;
        this.client = vertx.createHttpClient(new HttpClientOptions().setDefaultHost("127.0.0.1")
                .setDefaultPort(service.port()).setMaxPoolSize(connections).setTcpNoDelay(true));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample run(Duration slice) throws Exception {
        Sample sample = Callers.during(slice, connections, caller -> {
            post(next());
            return 1;
        });
        settling.await(posted.get());
        return sample;
    }

    /** What is posted next. */
    Post next() {
        return posts.apply(numbers.incrementAndGet());
    }

    /** Posts one thing; returns when it was answered. */
    void post(Post post) throws Exception {
        int status = client.request(HttpMethod.POST, post.path())
                .compose(request -> request.putHeader("Authorization", authorization)
                        .putHeader("Content-Type", "application/json").send(Buffer.buffer(post.body())))
                .compose(response -> response.body().map(body -> response.statusCode()))
                .toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (status != CREATED) {
            throw new IllegalStateException(service.address() + post.path() + " answered " + status);
        }
        posted.incrementAndGet();
    }

    /** How many were answered so far. */
    long posted() {
        return posted.get();
    }

    @Override
    public ProcessHandle client() {
        return service.handle();
    }

    @Override
    public void close() throws Exception {
        client.close().toCompletionStage().toCompletableFuture().get();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }
}
