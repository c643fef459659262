package io.serviceconcept.concept;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Objective.ObjectiveDimension;

/**
 * @param key the id of what the dimension names, two ids with a bar between them for a pair; absent for ALL
 */
record ObjectiveSlice(@NotNull ObjectiveDimension dimension, @Nullable @Size(min = 1, max = 200) String key) {

    void check(Checks checks) {
        boolean all = dimension == ObjectiveDimension.ALL;
        int parts = dimension.parts().size();
        checks.require(parts == 0 || key == null || isOfIds(key, parts), "/slice/key",
                parts == 1 ? "is one id" : "is " + parts + " ids with a bar between them");
        checks.require(all || key != null, "/slice/key", "is required for this dimension").require(!all || key == null,
                "/slice/key", "means nothing for ALL");
    }

    private static boolean isOfIds(String key, int count) {
        List<String> ids = List.of(key.split("\\|", -1));
        return ids.size() == count && ids.stream().noneMatch(String::isBlank);
    }

    Objective.Slice slice() {
        return new Objective.Slice(dimension, key);
    }

    static @Nullable ObjectiveSlice of(Objective.@Nullable Slice slice) {
        return slice == null ? null : new ObjectiveSlice(slice.dimension(), slice.key());
    }
}
