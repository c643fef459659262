package io.serviceconcept.eventsourcing.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.HttpMethod;

import org.jspecify.annotations.NullMarked;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The rules of the house that every service keeps; each says why. */
public final class HouseRules {

    private static final ArchRule ENDPOINTS_ARE_PUBLIC = methods().that().areMetaAnnotatedWith(HttpMethod.class).should()
            .bePublic().because("Quarkus leaves a non-public endpoint out with only a warning, and callers get 404")
            .allowEmptyShould(true);

    private static final ArchRule RESOURCES_ARE_PACKAGE_PRIVATE = classes().that()
            .areAnnotatedWith(jakarta.ws.rs.Path.class).should().notBePublic()
            .because("nothing in Java calls a resource").allowEmptyShould(true);

    private static final ArchRule DECIDERS_ARE_PURE = classes().that().haveNameMatching(
            ".*(Decider|Event|Command|Rejection)(\\$.*)?").and().areNotAnnotatedWith(jakarta.ws.rs.Path.class).should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.serviceconcept..")
                    .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net..", "java.io..",
                            "io.serviceconcept.eventsourcing.internal..", "io.serviceconcept.eventsourcing.http..",
                            "io.serviceconcept.eventsourcing.quarkus.."))))
            .because("what is decided depends on the command and the state alone");

    private static final ArchRule CLOCKS_ARE_AT_THE_EDGE = noClasses().that()
            .haveNameMatching(".*(Decider|Event|Command|Rejection|Projection)(\\$.*)?").should()
            .callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("replaying the same events must give the same, whenever it is done");

    private static final ArchRule DAYS_ARE_THOSE_OF_AN_ORGANISATION = noClasses().should()
            .callMethod(LocalDate.class, "now").orShould().callMethod(LocalDate.class, "now", ZoneId.class).orShould()
            .callMethod(LocalDate.class, "ofInstant", Instant.class, ZoneId.class).orShould()
            .callMethod(Instant.class, "atZone", ZoneId.class)
            .because("a day begins elsewhere for another organisation: its calendar in Calendars knows");

    private static final ArchRule SQL_IS_IN_FEW_PLACES = noClasses().that()
            .haveNameNotMatching(".*(Queries|Projection|Rows|Copy)(\\$.*)?").should().dependOnClassesThat()
            .areAssignableTo(PreparedStatement.class)
            .because("who looks for a statement looks in Queries, Projection, Rows and Copy");

    private static final ArchRule PACKAGES_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.serviceconcept.(**)").should().beFreeOfCycles()
            .because("a package can be understood when it can be left");

    private static final ArchRule PACKAGES_ARE_NULL_MARKED = classes().that()
            .haveSimpleNameNotEndingWith("package-info").should(liveInANullMarkedPackage())
            .because("NullAway looks only there");

    private HouseRules() {
    }

    /** Checks the compiled classes of the module whose tests run. */
    public static void check() {
        JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));
        List.of(ENDPOINTS_ARE_PUBLIC, RESOURCES_ARE_PACKAGE_PRIVATE, DECIDERS_ARE_PURE, CLOCKS_ARE_AT_THE_EDGE,
                DAYS_ARE_THOSE_OF_AN_ORGANISATION,
                SQL_IS_IN_FEW_PLACES, PACKAGES_HAVE_NO_CYCLES, PACKAGES_ARE_NULL_MARKED)
                .forEach(rule -> rule.check(classes));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " lives in " + type.getPackageName()));
            }
        };
    }
}
