package io.serviceconcept.local.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many there were to ask in a quarter, were asked and answered.
 *
 * @param service who reports, {@code va/vha}
 * @param rate what share answered, as it was published: rounded to whole percents
 */
record PublishedVolume(String service, FiscalQuarter quarter, long customers, long offered, long answered, String rate) {

    /** The share of those asked who answered, in percent, to the six decimals that the platform shows. */
    BigDecimal exactRate() {
        return BigDecimal.valueOf(answered).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(offered), 6, RoundingMode.HALF_UP);
    }

    String describe() {
        return service + " " + quarter + " volumes";
    }
}
