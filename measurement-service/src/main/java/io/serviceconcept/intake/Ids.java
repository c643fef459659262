package io.serviceconcept.intake;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The ids of the platform: UUIDs. */
public final class Ids {

    /** Anchored, because a JSON Schema looks for it anywhere; the dollar alone lets a line feed follow. */
    public static final String PATTERN = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\\n)$";

    private static final Pattern ID = Pattern.compile(PATTERN);

    private Ids() {
    }

    /** Whether a text, from an address perhaps, can be an id at all. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** One spelling for each id, so that equal ids are equal strings. */
    public static String canonical(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    public static @Nullable String canonicalOrNull(@Nullable String id) {
        return id == null ? null : canonical(id);
    }
}
