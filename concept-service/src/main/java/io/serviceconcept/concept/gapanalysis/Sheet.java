package io.serviceconcept.concept.gapanalysis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.AssessedFit;
import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;

/**
 * What is analysed: a matrix as it stands, or as it would stand.
 *
 * @param importance by need and group; what is absent is unknown
 * @param fits by need and channel; what is absent nobody assessed
 * @param budgetPerMonth in the organisation's currency; null when none is set
 */
record Sheet(List<Layer> layers, List<CustomerGroup> groups, List<Channel> channels, List<Need> needs,
        Map<String, Map<String, Need.Importance>> importance, Map<String, Map<String, AssessedFit>> fits,
        @Nullable BigDecimal budgetPerMonth) {

    /** As if everybody thought of channels what customers say of them: what was not measured nobody assessed. */
    Sheet with(Measurements measured) {
        Map<String, Map<String, AssessedFit>> said = new HashMap<>();
        measured.channels().forEach((need, row) -> {
            Map<String, AssessedFit> cells = new HashMap<>();
            row.forEach((channel, measurement) -> cells.put(channel, new AssessedFit(measurement.fit(), 0, 1)));
            said.put(need, cells);
        });
        return new Sheet(layers, groups, channels, needs, importance, said, budgetPerMonth);
    }

    @Nullable
    AssessedFit fit(String need, String channel) {
        return fits.getOrDefault(need, Map.of()).get(channel);
    }

    Need.@Nullable Importance importance(String need, String group) {
        return importance.getOrDefault(need, Map.of()).get(group);
    }
}
