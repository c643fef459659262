package io.serviceconcept.survey;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.history.EventWording;

/** What happened to a survey, in words. */
final class SurveyWording implements EventWording<SurveyEvent> {

    @Override
    public String tell(SurveyEvent event) {
        return switch (event) {
            case SurveyEvent.DrawnUp drawnUp -> "Survey " + drawnUp.name() + " drawn up with "
                    + questions(drawnUp.questions().size()) + ", in use from " + drawnUp.inUseFrom();
            case SurveyEvent.Revised revised -> "Version " + revised.version() + " of survey " + revised.name()
                    + " drawn up with " + questions(revised.questions().size()) + ", in use from " + revised.inUseFrom()
                    + (revised.breaks().isEmpty() ? ""
                            : "; not comparable with before: " + String.join(", ", revised.breaks()))
                    + (revised.recomposed() == null ? ""
                            : "; fed by a question more or one fewer than before: "
                                    + String.join(", ", revised.recomposed()));
        };
    }

    private static String questions(int number) {
        return number == 1 ? "1 question" : number + " questions";
    }

    @Override
    public @Nullable String reason(SurveyEvent event) {
        return null;
    }
}
