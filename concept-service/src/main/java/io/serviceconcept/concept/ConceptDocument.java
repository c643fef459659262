package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptsResource.NewConcept;
import io.serviceconcept.concept.DirectionResource.DirectionContent;
import io.serviceconcept.concept.ImportanceResource.GroupImportance;
import io.serviceconcept.concept.IndicatorDefinition.Change;
import io.serviceconcept.concept.IndicatorDefinition.FitAnchors;
import io.serviceconcept.concept.IndicatorDefinition.Measure;
import io.serviceconcept.concept.IndicatorDefinition.Scale;

/**
 * The draft of a concept as one document, to be kept or moved to another organisation. Its ids hold it together and mean
 * nothing elsewhere: what is made from it gets new ones.
 *
 * @param format always {@value #FORMAT}
 * @param version of the format, {@value #VERSION}; a format that could not be read as this one gets another
 * @param stemsFrom the edition that the draft started from; absent when none was adopted. Not read again
 * @param indicators what measures the objectives, by definition
 * @param parts everything with an id, by kind; each as its endpoint takes it
 * @param ideas those that are open, each as its endpoint takes it
 */
record ConceptDocument(@NotNull String format, @NotNull Integer version, @NotNull NewConcept concept,
        @Nullable StemsFrom stemsFrom, @Nullable List<DocumentIndicator> indicators, @Nullable DirectionContent direction,
        @Schema(implementation = Object.class) @Nullable Map<String, List<ObjectNode>> parts,
        @Nullable List<DocumentImportance> importance, @Nullable List<DocumentFit> fits,
        @Schema(implementation = Object.class) @Nullable List<JsonNode> ideas) {

    static final String FORMAT = "service-concept";
    static final int VERSION = 1;
    /** Each is a stream of its own, and all of a document are stored together. */
    static final int MOST_IDEAS = 900;

    private static final String WORD = "^[A-Z][A-Z0-9_]*$";

    /** What tells the bytes of a document from all others: their SHA-256, in hexadecimal. */
    static String fingerprint(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    record StemsFrom(@NotNull Integer edition, @NotNull LocalDate inForceFrom) {
    }

    /**
     * @param definition how it is computed: by it, with name and unit, the indicator is recognised in another organisation.
     *        Absent when that was not known where the document comes from
     */
    record DocumentIndicator(@NotBlank @Size(max = 200) String id, @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 200) String unit, @Nullable DocumentMeasure definition) {

        static DocumentIndicator of(IndicatorDefinition known) {
            return new DocumentIndicator(known.id(), known.name(), known.unit(), DocumentMeasure.of(known.measure()));
        }

        IndicatorDefinition known() {
            return new IndicatorDefinition(id, name, unit, definition == null ? null : definition.measure());
        }
    }

    /**
     * Fields as in the definition of an indicator.
     *
     * @param kind MEAN, TOP_BOX, NPS, CES, SHARE, COUNT, SUM, DURATION, RATE_OF_CHANGE or another word
     * @param better HIGHER or LOWER
     * @param audience CUSTOMER or EMPLOYEE
     * @param minimumN fewer answers give no verdict
     */
    record DocumentMeasure(@NotNull @Size(max = 50) @Pattern(regexp = WORD) String kind,
            @NotNull @Size(max = 50) @Pattern(regexp = WORD) String better,
            @NotNull @Size(max = 50) @Pattern(regexp = WORD) String audience, @NotNull @Min(0) Integer minimumN,
            @Nullable DocumentScale scale, @Nullable DocumentAnchors anchors, @Nullable BigDecimal cutOff,
            @Nullable DocumentChange change) {

        static @Nullable DocumentMeasure of(IndicatorDefinition.@Nullable Measure known) {
            if (known == null) {
                return null;
            }
            Scale scale = known.scale();
            FitAnchors anchors = known.anchors();
            Change change = known.change();
            return new DocumentMeasure(known.kind(), known.better(), known.audience(), known.minimumN(),
                    scale == null ? null : new DocumentScale(scale.min(), scale.max()),
                    anchors == null ? null : new DocumentAnchors(anchors.lowest(), anchors.norm(), anchors.highest()),
                    known.cutOff(), change == null ? null : new DocumentChange(change.indicator(), change.baselineYear()));
        }

        Measure measure() {
            return new Measure(kind, better, audience, minimumN, scale == null ? null : new Scale(scale.min(), scale.max()),
                    anchors == null ? null : new FitAnchors(anchors.lowest(), anchors.norm(), anchors.highest()), cutOff,
                    change == null ? null : new Change(change.indicator(), change.baselineYear()));
        }
    }

    /** The lowest and the highest mark. */
    record DocumentScale(@NotNull BigDecimal min, @NotNull BigDecimal max) {
    }

    /** The marks that mean fit 0, 3 and 4. */
    record DocumentAnchors(@NotNull BigDecimal lowest, @NotNull BigDecimal norm, @NotNull BigDecimal highest) {
    }

    /**
     * @param indicator of this document
     */
    record DocumentChange(@NotBlank @Size(max = 200) String indicator, @NotNull @Min(1900) @Max(2200) Integer baselineYear) {
    }

    record DocumentImportance(@NotBlank @Size(max = 200) String need,
            @NotNull @Size(max = 200) List<@NotNull GroupImportance> importance) {
    }

    /**
     * @param assessor tells assessors apart, and says nothing of who they are
     */
    record DocumentFit(@NotBlank @Size(max = 200) String need, @NotBlank @Size(max = 200) String channel,
            @NotBlank @Size(max = 200) String assessor, @NotNull @Min(0) @Max(4) Integer fit,
            @Nullable @Size(max = 4000) String rationale) {
    }
}
