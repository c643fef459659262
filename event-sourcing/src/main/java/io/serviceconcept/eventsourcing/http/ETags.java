package io.serviceconcept.eventsourcing.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;

/** Versions as strong entity tags. */
public final class ETags {

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private static final Pattern MARK = Pattern.compile("-[0-9a-f]{1,8}\"\\s*$");

    private ETags() {
    }

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The tag of what also changes without a new version.
     *
     * @param mark tells apart what one version was
     */
    public static EntityTag of(long version, int mark) {
        return new EntityTag(version + "-" + Integer.toHexString(mark));
    }

    /** As {@link #required}, of what has tags with a mark: a change builds on the version alone. */
    public static long requiredOfMarked(@Nullable String ifMatch) {
        return required(ifMatch == null ? null : MARK.matcher(ifMatch).replaceFirst("\""));
    }

    /**
     * The version that a change builds on.
     *
     * @param ifMatch the header {@code If-Match}
     * @throws ProblemException 428 when the header is missing
     * @throws InvalidInput when it is not one strong entity tag of ours
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(428, "precondition-required", "Precondition required",
                    "A change names the version it builds on: send its ETag as If-Match.").exception();
        }
        Matcher matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new InvalidInput("", "If-Match is one ETag as it was given, quotes included");
        }
        return Long.parseLong(matcher.group(1));
    }
}
