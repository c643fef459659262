package io.serviceconcept.eventsourcing;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

class KernelRulesTest {

    @Test
    void theKernelItselfKnowsNeitherQuarkusNorHttp() {
        ArchRuleDefinition.noClasses().that()
                .resideInAnyPackage("io.serviceconcept.eventsourcing", "io.serviceconcept.eventsourcing.internal")
                .should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.serviceconcept.eventsourcing.http..",
                        "io.serviceconcept.eventsourcing.quarkus..")
                .because("the kernel is plain Java, JDBC and Jackson; the glue knows the kernel, not the other way round")
                .check(new ClassFileImporter().importPath(java.nio.file.Path.of("target/classes")));
    }
}
