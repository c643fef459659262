package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A wanted change in use: from one channel to another, by so much, by then.
 *
 * @param from the channel that is to be used less
 * @param to the channel that is to be used instead
 * @param percentage of the contacts through {@code from}, more than 0 and at most 100
 * @param startDate the day whose use it is compared with; null while undecided
 * @param dueDate the day by which it is to have happened, not before {@code startDate}
 * @param reason why it is wanted
 */
public record ChannelShift(String id, String from, String to, BigDecimal percentage, @Nullable LocalDate startDate,
        LocalDate dueDate, @Nullable String reason) implements Joint {

    @Override
    public PartKind partKind() {
        return PartKind.CHANNEL_SHIFT;
    }

    @Override
    public List<String> joins() {
        return List.of(from, to);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference(PartKind.CHANNEL, from, "/from"), new Reference(PartKind.CHANNEL, to, "/to"));
    }
}
