package io.serviceconcept.concept;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.eventsourcing.http.InvalidInput;

/**
 * @param key the id of what the dimension names, two ids with a bar between them for a pair; absent for ALL
 */
record ObjectiveSlice(@NotNull ObjectiveDimension dimension, @Nullable @Size(min = 1, max = 200) String key) {

    /**
     * @throws InvalidInput when the key is missing or means nothing
     */
    Objective.Slice checked() {
        if ((dimension == ObjectiveDimension.ALL) != (key == null)) {
            throw new InvalidInput("/slice/key", key == null ? "is required for this dimension" : "means nothing for ALL");
        }
        return new Objective.Slice(dimension, key);
    }

    static @Nullable ObjectiveSlice of(Objective.@Nullable Slice slice) {
        return slice == null ? null : new ObjectiveSlice(slice.dimension(), slice.key());
    }
}
