package io.serviceconcept.objective;

import java.math.BigDecimal;

/** Which side of the target is good; both include the target itself. */
public enum Comparison {
    AT_LEAST,
    AT_MOST;

    boolean holds(BigDecimal value, BigDecimal target) {
        int order = value.compareTo(target);
        return this == AT_LEAST ? order >= 0 : order <= 0;
    }
}
