package io.serviceconcept.concept;

import java.time.DayOfWeek;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A service through a channel for a group.
 *
 * @param openingHours empty when nothing is said of them
 * @param languages as BCP 47 tags: nl, en-GB…
 * @param accessibility what makes it usable for everybody: a lift, a sign language interpreter, plain language…
 * @param promise what the customer may expect, in customer language
 */
public record Offer(String id, String service, String channel, String group, List<OpeningHours> openingHours,
        List<String> languages, List<String> accessibility, @Nullable String promise, @Nullable AnswerTime answerTime)
        implements
            Joint {

    public Offer {
        openingHours = List.copyOf(openingHours);
        languages = List.copyOf(languages);
        accessibility = List.copyOf(accessibility);
    }

    /**
     * @param from the time of day it opens, HH:mm, where the organisation is
     * @param to the time of day it closes, later than {@code from}; 24:00 is the end of the day
     */
    public record OpeningHours(DayOfWeek day, String from, String to) {
    }

    /**
     * @param value 1 or more
     */
    public record AnswerTime(int value, AnswerTimeUnit unit) {

        /** The same for equal times, whatever the unit they are told in; working days are comparable only to each other. */
        String comparable() {
            return switch (unit) {
                case MINUTES -> minutes(1);
                case HOURS -> minutes(60);
                case DAYS -> minutes(24 * 60);
                case WEEKS -> minutes(7 * 24 * 60);
                case WORKING_DAYS -> value + " working days";
            };
        }

        private String minutes(int each) {
            return (long) value * each + " minutes";
        }
    }

    public enum AnswerTimeUnit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_DAYS,
        WEEKS
    }

    @Override
    public PartKind partKind() {
        return PartKind.OFFER;
    }

    @Override
    public List<String> joins() {
        return List.of(service, channel, group);
    }

    @Override
    public List<Reference> references() {
        return List.of(new Reference(PartKind.SERVICE, service, "/service"),
                new Reference(PartKind.CHANNEL, channel, "/channel"),
                new Reference(PartKind.CUSTOMER_GROUP, group, "/group"));
    }
}
