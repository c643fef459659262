package io.serviceconcept.local.examples;

/** A step of the examples did not work out; the message is one line that a person can act on. */
public final class ExampleFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExampleFailed(String message) {
        super(message);
    }

    ExampleFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
