package io.serviceconcept.survey;

import java.util.HashMap;
import java.util.Map;

/** A survey as far as decisions need it. */
sealed interface Survey {

    /** Nothing is known of it yet. */
    record Undrawn() implements Survey {
    }

    /**
     * @param newest its last version
     * @param fedBefore of each indicator that it feeds no more, the last version that did
     */
    record InUse(SurveyVersion newest, Map<String, SurveyVersion> fedBefore) implements Survey {

        public InUse {
            fedBefore = Map.copyOf(fedBefore);
        }

        /** With a version that comes after the newest. */
        InUse followedBy(SurveyVersion next) {
            Map<String, SurveyVersion> before = new HashMap<>(fedBefore);
            newest.fed().forEach(indicator -> before.put(indicator, newest));
            before.keySet().removeAll(next.fed());
            return new InUse(next, before);
        }
    }
}
