package io.serviceconcept.idea;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Checks;
import io.serviceconcept.idea.ConceptTest.TestTarget;
import io.serviceconcept.idea.ConceptTest.TestVerdict;

/**
 * A concept test as it is sent. What participants said is sent apart, as quotes: it is personal.
 *
 * @param kind INTERVIEW, FOCUS_GROUP, PROTOTYPE, SURVEY, OBSERVATION, OTHER or a word of your own
 * @param until the last day, not before the first
 * @param participants how many took part
 * @param groups the customer groups of the draft that were reached
 * @param result what was found, without what single people said
 * @param verdict what it says of what was tested; it comes with a result
 */
record ConceptTestContent(@NotNull @Valid ConceptTestTarget target,
        @NotNull @Size(max = 50) @Pattern(regexp = "^[A-Z][A-Z0-9_]*$") String kind, @NotNull LocalDate from,
        @Nullable LocalDate until, @Nullable @PositiveOrZero @Max(1_000_000) Integer participants,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> groups,
        @Nullable @Size(max = 4000) String result, @Nullable TestVerdict verdict) {

    /**
     * @param channel the channel that is tested, or in which the means is used
     * @param means the name of the means that is tested
     */
    record ConceptTestTarget(@NotNull TestTarget kind, @Nullable @Size(min = 1, max = 200) String channel,
            @Nullable @Size(min = 1, max = 200) String means) {

        static ConceptTestTarget of(ConceptTest.Target target) {
            return new ConceptTestTarget(target.kind(), target.channel(), target.means());
        }

        private void check(Checks checks) {
            boolean inChannel = kind == TestTarget.CHANNEL || kind == TestTarget.MEANS;
            checks.require(inChannel == (channel != null), "/target/channel",
                    inChannel ? "is required for a channel or a means" : "is for a channel or a means only")
                    .require((kind == TestTarget.MEANS) == (means != null), "/target/means",
                            kind == TestTarget.MEANS ? "is required for a means" : "is for a means only");
        }
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.InvalidInput naming everything that the schema cannot say
     */
    ConceptTest test(String id) {
        Checks checks = new Checks();
        target.check(checks);
        checks.require(until == null || !until.isBefore(from), "/until", "lies before from")
                .require(verdict == null || result != null, "/result", "is required with a verdict");
        IdeaContent.requireOnce(IdeaContent.orNone(groups), "/groups/", checks);
        checks.pass();
        return new ConceptTest(id, new ConceptTest.Target(target.kind(), target.channel(), target.means()), kind, from,
                until, participants, IdeaContent.orNone(groups), result, verdict);
    }
}
