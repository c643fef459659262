package io.serviceconcept.concept.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.CustomerGroup;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Layer;
import io.serviceconcept.concept.Need;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Objective;
import io.serviceconcept.concept.Objective.ObjectiveDimension;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;

/** The parts of a concept as other services get to know them. */
sealed interface PartContract {

    record LayerData(String id, String name, String approach, int position) implements PartContract {
        static LayerData of(Layer layer) {
            return new LayerData(layer.id(), layer.name(), layer.approach(), layer.position());
        }
    }

    record GroupData(String id, String name, BigDecimal share, @Nullable String homeLayer, List<String> otherLayers,
            List<String> unusableChannels) implements PartContract {
        static GroupData of(CustomerGroup group) {
            return new GroupData(group.id(), group.name(), group.share(), group.homeLayer(), group.otherLayers(),
                    group.unusableChannels().stream().map(UnusableChannel::channel).toList());
        }
    }

    record ChannelData(String id, String name, String kind, @Nullable String layer, ChannelStatus status)
            implements
                PartContract {
        static ChannelData of(Channel channel) {
            return new ChannelData(channel.id(), channel.name(), channel.kind(), channel.layer(), channel.status());
        }
    }

    record NeedData(String id, String name, @Nullable String coreNeed, NeedAudience audience) implements PartContract {
        static NeedData of(Need need) {
            return new NeedData(need.id(), need.name(), need.coreNeed(), need.audience());
        }
    }

    record NeedWithImportance(String id, String name, @Nullable String coreNeed, NeedAudience audience,
            List<GroupImportance> importance) implements PartContract {
        static NeedWithImportance of(Need need, List<Need.Importance> importance) {
            return new NeedWithImportance(need.id(), need.name(), need.coreNeed(), need.audience(),
                    importance.stream().flatMap(GroupImportance::known).toList());
        }
    }

    record GroupImportance(String group, int value) {

        /** Nothing when only the expectation is known. */
        static Stream<GroupImportance> known(Need.Importance given) {
            Integer value = given.value();
            return value == null ? Stream.empty() : Stream.of(new GroupImportance(given.group(), value));
        }
    }

    record ObjectiveData(String id, String name, @Nullable String indicator, @Nullable TargetData target,
            @Nullable ObjectiveWindow window, @Nullable SliceData slice, @Nullable LocalDate dueDate,
            @Nullable BigDecimal weight, String owner) implements PartContract {
        static ObjectiveData of(Objective objective) {
            return new ObjectiveData(objective.id(), objective.name(), objective.indicator(),
                    TargetData.of(objective.target()), objective.window(), SliceData.of(objective.slice()),
                    objective.dueDate(), objective.weight(), objective.owner());
        }
    }

    record TargetData(TargetComparison comparison, BigDecimal value, TargetMeasure measure,
            @Nullable Integer baselineYear) {
        static @Nullable TargetData of(Objective.@Nullable Target target) {
            return target == null ? null
                    : new TargetData(target.comparison(), target.value(), target.measure(), target.baselineYear());
        }
    }

    record SliceData(ObjectiveDimension dimension, @Nullable String key) {
        static @Nullable SliceData of(Objective.@Nullable Slice slice) {
            return slice == null ? null : new SliceData(slice.dimension(), slice.key());
        }
    }
}
