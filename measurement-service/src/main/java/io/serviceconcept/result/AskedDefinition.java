package io.serviceconcept.result;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.indicator.IndicatorEvent;

/**
 * By which version of an indicator's definition somebody wants to see results.
 *
 * @param inUse whether it is the last one
 */
record AskedDefinition(IndicatorEvent.Defined definition, boolean inUse) {

    /**
     * @param versions of one indicator, the first first; none when there is no such indicator, which is answered so
     * @param asked null for the version in use
     * @throws InvalidInput when there is no such version
     */
    static AskedDefinition of(List<IndicatorEvent.Defined> versions, @Nullable Integer asked) {
        if (versions.isEmpty()) {
            throw Problem.notFound().exception();
        }
        int version = asked == null ? versions.size() : asked;
        if (version < 1 || version > versions.size()) {
            throw new InvalidInput("?definitionVersion", "is not a version of this indicator's definition");
        }
        return new AskedDefinition(versions.get(version - 1), version == versions.size());
    }
}
