package io.serviceconcept.exports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the lines of an export come from. */
interface ExportSource {

    ExportKind kind();

    List<String> columns(String organisation, ExportSpec spec);

    /**
     * The next lines, about a thousand.
     *
     * @param reached what the page before gave; null for the first
     */
    ExportedPage page(String organisation, ExportSpec spec, @Nullable String reached, Instant now);
}
