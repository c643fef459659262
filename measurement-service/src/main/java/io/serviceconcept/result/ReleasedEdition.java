package io.serviceconcept.result;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edition of a concept as the API and the contracts show it. */
@Schema(name = "ResultEdition")
record ReleasedEdition(String concept, int edition) {

    /** As of the slice by edition. */
    String key() {
        return concept + '|' + edition;
    }

    /** @param keys as of the slices by edition */
    static List<ReleasedEdition> of(List<String> keys) {
        return keys.stream().map(key -> {
            int bar = key.lastIndexOf('|');
            return new ReleasedEdition(key.substring(0, bar), Integer.parseInt(key.substring(bar + 1)));
        }).toList();
    }
}
