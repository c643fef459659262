package io.serviceconcept.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.serviceconcept.language.Words;

/**
 * Lays the page out. Everything that is not of the template itself is escaped by the template engine; and should something
 * slip through all the same, the page's own policy runs no script and loads nothing, also from a file that was saved.
 */
@ApplicationScoped
class PageTemplate {

    private static final String STYLE = style();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'";

    private final Template concept;
    private final Template employees;

    PageTemplate(@Location("document/concept.html") Template concept,
            @Location("document/employees.html") Template employees) {
        this.concept = concept;
        this.employees = employees;
    }

    String render(ConceptPage page, Words words) {
        return render(concept, page, words);
    }

    String render(EmployeesPage page, Words words) {
        return render(employees, page, words);
    }

    private static String render(Template template, Object page, Words words) {
        return template.data("page", page).data("words", words).data("style", STYLE).data("policy", POLICY).render();
    }

    private static String style() {
        try (InputStream file = PageTemplate.class.getResourceAsStream("document.css")) {
            if (file == null) {
                throw new IllegalStateException("document.css is not packaged");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
