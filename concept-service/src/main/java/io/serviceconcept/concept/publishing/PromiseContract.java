package io.serviceconcept.concept.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ChannelShift;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Offer;
import io.serviceconcept.concept.Service;
import io.serviceconcept.concept.ServiceLevel;
import io.serviceconcept.concept.publishing.PartContract.SliceData;

/** What an edition promises and wants, as other services get to know it. */
sealed interface PromiseContract {

    record ServiceData(String id, String name) implements PromiseContract {
        static ServiceData of(Service service) {
            return new ServiceData(service.id(), service.name());
        }
    }

    /** Who gets which service where; what is promised there stays inside. */
    record OfferData(String id, String service, String channel, String group) implements PromiseContract {
        static OfferData of(Offer offer) {
            return new OfferData(offer.id(), offer.service(), offer.channel(), offer.group());
        }
    }

    record ServiceLevelData(String id, String name, String promise, @Nullable String service, @Nullable String indicator,
            @Nullable NormData norm, @Nullable ObjectiveWindow window, @Nullable SliceData slice)
            implements
                PromiseContract {
        static ServiceLevelData of(ServiceLevel level) {
            return new ServiceLevelData(level.id(), level.name(), level.promise(), level.service(), level.indicator(),
                    NormData.of(level.norm()), level.window(), SliceData.of(level.slice()));
        }
    }

    record NormData(TargetComparison comparison, BigDecimal value) implements PromiseContract {
        static @Nullable NormData of(ServiceLevel.@Nullable Norm norm) {
            return norm == null ? null : new NormData(norm.comparison(), norm.value());
        }
    }

    record ChannelShiftData(String id, String from, String to, BigDecimal percentage, @Nullable LocalDate startDate,
            LocalDate dueDate) implements PromiseContract {
        static ChannelShiftData of(ChannelShift shift) {
            return new ChannelShiftData(shift.id(), shift.from(), shift.to(), shift.percentage(), shift.startDate(),
                    shift.dueDate());
        }
    }
}
