package io.serviceconcept.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.concepts.EditionsInForce.InForce;
import io.serviceconcept.journeys.KnownTouchpoints;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyVersion;

/**
 * Turns a response into what is counted of it: the numbers its answers feed, and what follows from its circumstances.
 *
 * @param survey in the version that was answered
 */
record ResponseMarks(SurveyVersion survey, KnownTouchpoints touchpoints, EditionsInForce editions) {

    /** @param day of the interaction, where the organisation is */
    CountedResponse of(Content response, LocalDate day) {
        List<CountedResponse.Fed> fed = new ArrayList<>();
        for (Answer answer : response.answers()) {
            survey.question(answer.question())
                    .ifPresent(question -> feed(fed, question, answer, response.circumstances()));
        }
        return new CountedResponse(response.survey(), response.surveyVersion(), day, place(response.circumstances(), day),
                fed);
    }

    /** What is counted of a response by what is known now. */
    CountedResponse again(CountedResponse counted) {
        Circumstances of = counted.place().told();
        String need = touchpoints.need(of.touchpoint());
        return new CountedResponse(counted.survey(), counted.surveyVersion(), counted.day(), place(of, counted.day()),
                counted.fed().stream().map(fed -> fed.ofTouchpoint(need)).toList());
    }

    private void feed(List<CountedResponse.Fed> fed, Question question, Answer answer, Circumstances of) {
        BigDecimal value = question.valueOf(answer);
        if (value != null) {
            boolean derived = question.need() == null;
            String need = derived ? touchpoints.need(of.touchpoint()) : question.need();
            question.indicators().forEach(indicator -> fed.add(new CountedResponse.Fed(indicator, need, value, derived)));
        }
    }

    private CountedResponse.Place place(Circumstances of, LocalDate day) {
        InForce edition = editions.on(survey.concept(), day).orElse(null);
        return new CountedResponse.Place(of.channel(), edition == null ? null : edition.layer(of.channel()), of.group(),
                of.touchpoint(), touchpoints.journey(of.journey(), of.touchpoint()),
                touchpoints.service(of.journey(), of.touchpoint()), of.location(), of.department(),
                edition == null ? null : edition.key(), of.pilot(), of.journey());
    }
}
