package io.serviceconcept.local.examples;

import java.util.Map;

/**
 * An example as it is in the platform.
 *
 * @param concept the id of its service concept
 * @param ids the id of everything else, by kind and key of the example's file: {@code survey/after-video-call}
 */
public record LoadedExample(String organisation, String name, String concept, Map<String, String> ids) {

    /** The id of what the example's file calls so. */
    public String id(String kind, String key) {
        String id = ids.get(kind + "/" + key);
        if (id == null) {
            throw new IllegalArgumentException("the example has no " + kind + " '" + key + "'");
        }
        return id;
    }
}
