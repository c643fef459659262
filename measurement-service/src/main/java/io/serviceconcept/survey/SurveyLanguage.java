package io.serviceconcept.survey;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.survey.SurveyEvent.Wording;

/** A language in which a survey can be shown. */
public enum SurveyLanguage {

    NL("Ja", "Nee"),
    EN("Yes", "No");

    private final String yes;
    private final String no;

    SurveyLanguage(String yes, String no) {
        this.yes = yes;
        this.no = no;
    }

    /**
     * @param tag nl or en; Dutch unless told
     * @throws InvalidInput when it is another one
     */
    public static SurveyLanguage of(@Nullable String tag) {
        return switch (tag) {
            case null -> NL;
            case "nl" -> NL;
            case "en" -> EN;
            default -> throw new InvalidInput("?language", "is nl or en");
        };
    }

    public String tag() {
        return this == NL ? "nl" : "en";
    }

    /** In Dutch where nobody translated it. */
    String of(Wording wording) {
        return this == EN && wording.en() != null ? wording.en() : wording.nl();
    }

    String yes() {
        return yes;
    }

    String no() {
        return no;
    }
}
