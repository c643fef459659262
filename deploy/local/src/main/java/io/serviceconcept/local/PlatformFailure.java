package io.serviceconcept.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Something a user of the platform has to know: one line that says what happened and how to mend it. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Nullable
    private final transient Path log;

    PlatformFailure(String message) {
        this(message, null);
    }

    PlatformFailure(String message, @Nullable Path log) {
        super(message);
        this.log = log;
    }

    /** The log that tells more. */
    public Optional<Path> log() {
        return Optional.ofNullable(log);
    }

    /** The last lines of that log. */
    public List<String> lastLines() {
        return log().map(LogFiles::lastLines).orElse(List.of());
    }
}
