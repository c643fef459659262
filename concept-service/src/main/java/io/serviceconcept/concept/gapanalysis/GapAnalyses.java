package io.serviceconcept.concept.gapanalysis;

import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.serviceconcept.concept.gapanalysis.DraftSheets.DraftSheet;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Answer;
import io.serviceconcept.concept.gapanalysis.KeptAnswers.Question;
import io.serviceconcept.eventsourcing.AsOf;

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
        DraftSheet draft = sheets.of(question.concept(), AsOf.now());
        Measurements known = measured.of(question.organisation(), question.concept(), null);
        Optional<Answer> former = kept.find(question);
        if (former.filter(answer -> answer.version() == draft.version() && answer.known().equals(known)).isPresent()) {
            return former.get();
        }
        Answer answer = written(question, draft, known, null,
                former.map(Answer::pieces).map(Pieces::next).orElseGet(Pieces::new));
        kept.keep(question, answer);
        return answer;
    }

    /**
     * As it was at a moment, with what was measured by then.
     *
     * @throws io.serviceconcept.eventsourcing.http.ProblemException 404 when the organisation had no such concept
     */
    Answer then(Question question, AsOf asOf, Instant moment) {
        return written(question, sheets.of(question.concept(), asOf),
                measured.of(question.organisation(), question.concept(), moment), moment, new Pieces());
    }

    private Answer written(Question question, DraftSheet draft, Measurements known, @Nullable Instant moment,
            Pieces pieces) {
        GapAnalysis analysis = new GapAnalyst(draft.sheet(), question.scope(), question.basis(), known)
                .analyse(question.concept(), draft.version(), moment);
        try {
            byte[] body = json.writer().withAttribute(Pieces.class, pieces).writeValueAsBytes(analysis);
            return new Answer(draft.version(), known, tag(draft.version(), body), body, pieces);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an analysis holds text, numbers and lists only", e);
        }
    }

    /** What is measured changes without a new version of the concept; a checksum tells, and takes a tenth of a digest. */
    private static String tag(long version, byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return version + "-" + Long.toHexString(checksum.getValue());
    }
}
