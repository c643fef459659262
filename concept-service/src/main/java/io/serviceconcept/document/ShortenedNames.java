package io.serviceconcept.document;

import java.util.ArrayList;
import java.util.List;

/** Names that did not fit into a drawing; each has a number, under which it stands whole below. */
final class ShortenedNames {

    private final List<String> names = new ArrayList<>();

    /** What stands where a name is cut off; the same name has the same number everywhere. */
    String mark(String whole) {
        if (!names.contains(whole)) {
            names.add(whole);
        }
        return "… (" + (names.indexOf(whole) + 1) + ')';
    }

    /** In the order of their numbers, from 1. */
    List<String> inOrder() {
        return List.copyOf(names);
    }
}
