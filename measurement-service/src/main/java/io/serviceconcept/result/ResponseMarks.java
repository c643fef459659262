package io.serviceconcept.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.figure.Slice;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyVersion;

/**
 * The marks one response gives: one per indicator and slice. Several questions for one indicator are averaged first, so
 * that a person counts once.
 *
 * @param needs of touchpoints at which exactly one need is at stake
 */
record ResponseMarks(SurveyVersion survey, Map<String, String> needs) {

    /** Averages that do not come out even are rounded here, once, so that every later sum is exact. */
    private static final int DECIMALS = 12;

    /** @param mark the average of the answers that feed the indicator within the slice */
    record Mark(String indicator, Slice slice, BigDecimal mark) {
    }

    private record Fed(@Nullable String need, BigDecimal value) {
    }

    List<Mark> of(ResponseReceived response) {
        Map<String, Question> questions = survey.questions().stream()
                .collect(Collectors.toMap(Question::id, Function.identity()));
        Map<String, List<Fed>> byIndicator = new TreeMap<>();
        for (Answer answer : response.answers()) {
            Question question = questions.get(answer.question());
            BigDecimal value = question == null ? null : question.valueOf(answer);
            if (question != null && value != null) {
                Fed fed = new Fed(need(question, response.circumstances()), value);
                question.indicators()
                        .forEach(indicator -> byIndicator.computeIfAbsent(indicator, i -> new ArrayList<>()).add(fed));
            }
        }
        List<Mark> marks = new ArrayList<>();
        byIndicator.forEach((indicator, fed) -> addAll(marks, indicator, fed, response.circumstances()));
        return marks;
    }

    private @Nullable String need(Question question, Circumstances circumstances) {
        String touchpoint = circumstances.touchpoint();
        if (question.need() != null || touchpoint == null) {
            return question.need();
        }
        return needs.get(touchpoint);
    }

    private static void addAll(List<Mark> marks, String indicator, List<Fed> fed, Circumstances of) {
        BigDecimal mark = average(fed);
        marks.add(new Mark(indicator, Slice.ALL, mark));
        marks.add(new Mark(indicator, Slice.of(Dimension.CHANNEL, of.channel()), mark));
        marks.add(new Mark(indicator, Slice.of(Dimension.GROUP, of.group()), mark));
        marks.add(new Mark(indicator, Slice.of(Dimension.TOUCHPOINT, of.touchpoint()), mark));
        marks.add(new Mark(indicator, Slice.of(Dimension.JOURNEY, of.journey()), mark));
        marks.add(new Mark(indicator, Slice.of(Dimension.LOCATION, of.location()), mark));
        Map<String, List<Fed>> byNeed = fed.stream()
                .collect(Collectors.groupingBy(f -> f.need() == null ? Slice.UNKNOWN : f.need()));
        byNeed.forEach((need, ofNeed) -> {
            BigDecimal needMark = average(ofNeed);
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED, need), needMark));
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED_CHANNEL, need, of.channel()), needMark));
            marks.add(new Mark(indicator, Slice.of(Dimension.NEED_GROUP, need, of.group()), needMark));
        });
    }

    private static BigDecimal average(Collection<Fed> fed) {
        BigDecimal total = fed.stream().map(Fed::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.divide(BigDecimal.valueOf(fed.size()), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
