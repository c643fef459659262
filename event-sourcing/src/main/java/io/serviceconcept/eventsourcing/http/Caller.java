package io.serviceconcept.eventsourcing.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.quarkus.security.identity.SecurityIdentity;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Who calls, for which organisation, and what the request says of itself. */
@RequestScoped
public class Caller {

    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;
    private byte[] body = {};

    Caller(JsonWebToken token, SecurityIdentity identity, HttpServerRequest request) {
        this.token = token;
        this.identity = identity;
        this.request = request;
    }

    /**
     * The tenant that everything the caller sees and does belongs to.
     *
     * @throws ProblemException 403 when the token does not name exactly one
     */
    public String organisation() {
        String organisation = identity.getAttribute(OrganisationOfToken.ATTRIBUTE);
        if (organisation != null && ORGANISATION.matcher(organisation).matches()) {
            return organisation;
        }
        throw Problem.of(403, "no-organisation", "No organisation",
                "Your token does not say for which one organisation you act.").exception();
    }

    /** The stable id of the person or system that calls. */
    public String subject() {
        return token.getSubject();
    }

    /** The clock of the edge: commands carry what it says, to the microsecond as PostgreSQL keeps it. */
    public Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When the caller's token ceases to be valid: what it opened is closed then. */
    public Instant until() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /**
     * The context of a request that changes something, with its {@code Change-Reason} if it has one.
     *
     * @throws InvalidInput when that is not as it is documented
     */
    public CommandContext context() {
        return new CommandContext(organisation(), metadata(), null);
    }

    /**
     * The context of a request that creates something, with its {@code Idempotency-Key} and its {@code Change-Reason} if it has
     * them. Whether a request is the same as another does not depend on why it was sent.
     *
     * @param location the address of what it creates
     * @throws InvalidInput when the key is empty or longer than 200 characters, or the reason is not as it is documented
     */
    public CommandContext creating(String location) {
        String key = request.getHeader("Idempotency-Key");
        return new CommandContext(organisation(), metadata(),
                key == null ? null : new Idempotency(checked(key), fingerprint(), 201, location));
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > 200) {
            throw new InvalidInput("", "Idempotency-Key has 1-200 characters");
        }
        return key;
    }

    /**
     * Why the request changes something, as its header {@code Change-Reason} says; null when it does not say so, or changes
     * nothing.
     *
     * @throws InvalidInput when the header is not as it is documented
     */
    public @Nullable String reason() {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads ? null : ChangeReason.of(request.getHeader(ChangeReason.HEADER));
    }

    private Metadata metadata() {
        return Trace.current().metadata(subject()).because(reason());
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** For an endpoint that reads the bytes of its body itself: they belong to what its {@code Idempotency-Key} names. */
    public void bodyWas(byte[] bytes) {
        this.body = bytes;
    }
}
