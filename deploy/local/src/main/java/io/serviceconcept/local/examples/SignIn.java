package io.serviceconcept.local.examples;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.serviceconcept.local.AccessTokens;

/** Keeps the token of each of the examples' people while it surely lasts. */
final class SignIn {

    /** The client that pushes answers; it signs in by itself, without a person. */
    static final String INTEGRATION = "survey-integration";

    /** Less than the fifteen minutes of the local realm. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final AccessTokens source;
    private final Map<String, Token> tokens = new HashMap<>();

    SignIn(AccessTokens source) {
        this.source = source;
    }

    String token(String person) {
        Token known = tokens.get(person);
        if (known == null || System.nanoTime() - known.until() > 0) {
            known = new Token(ask(person), System.nanoTime() + KEPT.toNanos());
            tokens.put(person, known);
        }
        return known.value();
    }

    private String ask(String person) {
        try {
            return person.equals(INTEGRATION) ? source.ofSurveyIntegration() : source.ofUser(person);
        } catch (RuntimeException e) {
            throw new ExampleFailed(
                    "No token for " + person + " (" + e.getMessage() + "): is the platform up? ./platform status tells", e);
        }
    }

    private record Token(String value, long until) {
    }
}
