package io.serviceconcept.exports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Some lines of an export.
 *
 * @param lines the values by column, in the order of the columns; what is not there is unknown
 * @param reached what to go on after; null when nothing follows
 */
record ExportedPage(List<Map<String, Object>> lines, @Nullable String reached) {
}
