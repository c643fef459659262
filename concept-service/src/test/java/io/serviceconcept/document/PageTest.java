package io.serviceconcept.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.concept.ConceptContents.Held;
import io.serviceconcept.concept.EditionContent;
import io.serviceconcept.document.Terms.Indicator;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.language.Words;

/** The pages as they are laid out; each is left in {@code target/documents}, to be looked at in a browser. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PageTest {

    private static final Map<String, Indicator> INDICATORS = Map.of("satisfaction",
            new Indicator("Klanttevredenheid", "cijfer"), "visitors", new Indicator("Klanten op de locaties", "bezoekers"));

    @Inject
    PageTemplate template;

    @Test
    void theMunicipalityIsTold() throws IOException {
        String page = page("municipality", "Dienstverleningsconcept gemeente", Examples.municipality(),
                LocalDate.of(2026, 1, 1), Words.DUTCH);

        assertThat(page).contains("<html lang=\"nl\">", "Editie 1, van kracht vanaf 1 januari 2026", "Servicepiramide", "14,50",
                "250.000,00",
                "Iedere inwoner krijgt de dienstverlening die bij hem of haar past.", "Geen apparaat met camera",
                "U krijgt binnen 2 werkdagen antwoord", "minstens 90 cijfer", "hoogstens -5 % sinds 2025",
                "31 december 2026", "5 × 4 = 20", "Ondernemingsraad", "maandag 09:00–17:00", "Het gesprek tot nu toe",
                "4 februari 2026 – 27 februari 2026", "Interne sessie", "Strategisch niveau", "19 van 24 noemden het");
    }

    @Test
    void thePyramidHasTheLayersFromTheTopEachAsWideAsItsShare() throws IOException {
        String page = page("municipality-en", "Municipality", Examples.municipality(), null, Words.ENGLISH);

        // the golden parts: personal service 40 % of the customers, self-service 60 %, the others nobody's home
        assertThat(page).contains("viewBox=\"0 0 1000 306\"", "<rect x=\"63\" y=\"0\" width=\"253\" height=\"72\"/>",
                "<rect x=\"187\" y=\"78\" width=\"6\" height=\"72\"/>",
                "<rect x=\"0\" y=\"156\" width=\"380\" height=\"72\"/>",
                "<text class=\"name\" x=\"410\" y=\"24\">Persoonlijke service · 40 % of the customers are at home here</text>",
                "<text x=\"410\" y=\"44\">Balie, Video bellen, Zaak/zaakbehandelaar</text>",
                "<text class=\"share\" x=\"190\" y=\"192\" dominant-baseline=\"central\" text-anchor=\"middle\">60 %</text>");
        assertThat(page.indexOf("Persoonlijke service ·")).isLessThan(page.indexOf("Klantenservice ·"));
        assertThat(page.indexOf("Zelfbediening ·")).isLessThan(page.indexOf("Informeren ·"));
    }

    @Test
    void aShadeNeverStandsWithoutItsNumber() throws IOException {
        String page = page("municipality-en", "Municipality", Examples.municipality(), null, Words.ENGLISH);

        assertThat(page).contains("<td class=\"fit4\">4</td>", "<td class=\"fit0\">0</td>",
                "<td aria-label=\"not assessed\"></td>").doesNotContainPattern("class=\"fit[0-4]\"></");
        assertThat(page).containsPattern("<g class=\"fit4\"><rect [^>]+/><text [^>]+>4</text></g>")
                .containsPattern("<rect class=\"unknown\" [^>]+/>")
                .doesNotContainPattern("<g class=\"fit[0-4]\"><rect [^>]+/><text [^>]+></text>");
    }

    @Test
    void theMatrixIsDrawnAndStandsBelowAsATable() throws IOException {
        String page = page("municipality-en", "Municipality", Examples.municipality(), null, Words.ENGLISH);
        String drawing = page.substring(page.indexOf("<figure class=\"heat\">"), page.indexOf("<details>"));

        assertThat(drawing).contains("aria-label=\"Needs and channels (1/1)\"", ">Video bellen</text>",
                ">Klantenservice</text>", "class=\"core\"", "class=\"need\"");
        assertThat(drawing.split("<g class=\"fit", -1)).hasSameSizeAs(
                page.substring(page.indexOf("<details>"), page.indexOf("</details>")).split("<td class=\"fit", -1));
    }

    @Test
    void aLargeConceptIsLaidOutWhole() throws IOException {
        String page = page("large", "A large concept", Examples.large(200, 40), null, Words.ENGLISH);

        assertThat(page.split("<tr class=\"core\">", -1)).hasSize(21);
        assertThat(page.split("<th scope=\"row\">", -1)).hasSize(201);
        assertThat(page).contains("<table class=\"matrix dense\">",
                "<li>Channel with a name that is rather long for a column, number 7</li>");
        assertThat(page.split("<td class=\"fit", -1)).hasSameSizeAs(page.split("<g class=\"fit", -1));
    }

    @Test
    void employeesOfTheMunicipalityAreTold() throws IOException {
        String page = employees("employees", Examples.municipality(), List.of(
                new MustBeInPlace("Training gespreksvoering", "PEOPLE", "video-call", "Personeel", null, "FULFILLED"),
                new MustBeInPlace("Software op de computers", "TECHNOLOGY", "video-call", "ICT", LocalDate.of(2026, 12, 1),
                        "IN_PROGRESS"),
                new MustBeInPlace("Een manier om agressie te melden", "SAFETY_FIRST", null, "Veiligheid",
                        LocalDate.of(2026, 12, 15), "OPEN")),
                Words.DUTCH);

        assertThat(page).contains("Voor medewerkers", "U krijgt binnen 2 werkdagen antwoord", "Ondersteuning in het gesprek",
                "maandag 09:00–17:00", "donderdag 09:00–20:00", "Het gesprek tot nu toe", "In uitvoering", "Vervuld",
                "Niet bekend",
                "Safety first", "1 december 2026").doesNotContain("NOT_FOUND", "null");
        assertThat(page.indexOf("Software op de computers")).isLessThan(page.indexOf("Training gespreksvoering"));
    }

    @Test
    void employeesOfAConceptThatSaysNothingYetAreToldSo() throws IOException {
        String page = employees("employees-empty", Examples.EMPTY, List.of(), Words.ENGLISH);

        assertThat(page).contains("What customers may expect of you", "Nothing is said of this.").doesNotContain("<table",
                "NOT_FOUND", "null");
    }

    @Test
    void aConceptThatSaysNothingYetSaysSo() throws IOException {
        String page = page("empty", "Empty", Examples.EMPTY, null, Words.ENGLISH);

        assertThat(page).contains("Draft of edition 1", "Nothing is said of this.").doesNotContain("<svg", "<table",
                "NOT_FOUND",
                "null");
    }

    private String page(String file, String name, EditionContent content, @Nullable LocalDate inForceFrom, Words words)
            throws IOException {
        Held held = new Held(name, "Meer digitaal contact en minder bezoek aan de balies.", 1, inForceFrom, content);
        return kept(file, template.render(new PageWording(held, new Terms(content, INDICATORS, words)).page(), words));
    }

    private String employees(String file, EditionContent content, List<MustBeInPlace> requirements, Words words)
            throws IOException {
        Held held = new Held("Dienstverleningsconcept gemeente", null, 1, LocalDate.of(2026, 1, 1), content);
        Terms terms = new Terms(content, INDICATORS, words);
        return kept(file, template.render(new EmployeesWording(held, requirements, terms).page(), words));
    }

    private static String kept(String file, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/documents"));
        Files.writeString(folder.resolve(file + ".html"), page);
        return page;
    }
}
