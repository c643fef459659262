package io.serviceconcept.gateway;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request's body on its way through, which fails once it has had more bytes than allowed. Nothing is kept. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable whenBegun;
    private final Runnable whenRead;
    private long read;
    private @Nullable Handler<Throwable> failed;

    /**
     * @param limit in bytes
     * @param whenBegun runs before the first byte goes by, and never for an empty body
     * @param whenRead runs once the last byte has gone by
     */
    LimitedBody(ReadStream<Buffer> source, long limit, Runnable whenBegun, Runnable whenRead) {
        this.source = source;
        this.limit = limit;
        this.whenBegun = whenBegun;
        this.whenRead = whenRead;
    }

    boolean exceeded() {
        return read > limit;
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (read == 0) {
            whenBegun.run();
        }
        boolean already = exceeded();
        read += chunk.length();
        if (!exceeded()) {
            handler.handle(chunk);
        } else if (!already && failed != null) {
            failed.handle(new IllegalStateException("The body is larger than " + limit + " bytes"));
        }
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler == null ? null : end -> {
            handler.handle(end);
            whenRead.run();
        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
