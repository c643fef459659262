package io.serviceconcept.concept.gapanalysis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Answer;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Question;
import io.serviceconcept.eventsourcing.AsOf;
import io.serviceconcept.language.ContentTag;

/** Analyses as they are answered: what is asked of a concept as it is now is worked out once. */
@ApplicationScoped
class GapAnalyses {

    private final DraftSheets sheets;
    private final PairMeasurements measured;
    private final KeptAnswers kept;
    private final ObjectMapper json;

    GapAnalyses(DraftSheets sheets, PairMeasurements measured, KeptAnswers kept, ObjectMapper json) {
        this.sheets = sheets;
        this.measured = measured;
        this.kept = kept;
        this.json = json;
    }

    /**
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation has no such concept
     */
    Answer now(Question question) {
        sheets.requireId(question.concept());
        Measurements known = measured.of(question.organisation(), question.concept(), null);
        return kept.find(question)
                .filter(answer -> answer.known().equals(known) && sheets.isCurrent(question.concept(), answer.version()))
                .orElseGet(() -> {
                    Answer answer = written(question, AsOf.now(), known, null);
                    kept.keep(question, answer);
                    return answer;
                });
    }

    /**
     * As it was at a moment, with what was measured by then.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation had no such concept
     */
    Answer then(Question question, AsOf asOf, Instant moment) {
        sheets.requireId(question.concept());
        return written(question, asOf, measured.of(question.organisation(), question.concept(), moment), moment);
    }

    private Answer written(Question question, AsOf asOf, Measurements known, @Nullable Instant moment) {
        DraftSheet analysed = sheets.of(question.concept(), asOf);
        try {
            byte[] body = json.writeValueAsBytes(new GapAnalyst(analysed.sheet(), question.scope(), question.basis(), known)
                    .analyse(question.concept(), analysed.version(), moment));
            // what is measured changes without a new version of the concept
            return new Answer(analysed.version(), known, ContentTag.of(new String(body, StandardCharsets.UTF_8)), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an analysis holds text, numbers and lists only", e);
        }
    }
}
