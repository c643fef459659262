package io.serviceconcept.concept;

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
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.concept.ConceptsResource.NewConcept;
import io.serviceconcept.concept.DirectionResource.DirectionContent;
import io.serviceconcept.concept.ImportanceResource.GroupImportance;

/**
 * The draft of a concept as one document, to be kept or moved to another organisation. Its ids hold it together and mean
 * nothing elsewhere: what is made from it gets new ones.
 *
 * @param format always {@value #FORMAT}
 * @param version of the format, {@value #VERSION}; a format that could not be read as this one gets another
 * @param stemsFrom the edition that the draft started from; absent when none was adopted. Not read again
 * @param indicators what measures the objectives, by definition
 * @param parts everything with an id, by kind; each as its endpoint takes it
 */
record ConceptDocument(@NotNull String format, @NotNull Integer version, @NotNull NewConcept concept,
        @Nullable StemsFrom stemsFrom, @Nullable List<DocumentIndicator> indicators, @Nullable DirectionContent direction,
        @Schema(implementation = Object.class) @Nullable Map<String, List<ObjectNode>> parts,
        @Nullable List<DocumentImportance> importance, @Nullable List<DocumentFit> fits) {

    static final String FORMAT = "service-concept";
    static final int VERSION = 1;

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

    record DocumentIndicator(@NotBlank @Size(max = 200) String id, @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 200) String unit) {
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
