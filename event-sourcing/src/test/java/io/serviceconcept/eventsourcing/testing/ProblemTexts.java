package io.serviceconcept.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.eventsourcing.http.Translations;

/**
 * What the compiled classes of the module whose tests run can say in a problem: the constants of every class that makes
 * problems. Nobody has to keep a list of them.
 */
public final class ProblemTexts {

    private static final Path CLASSES = Path.of("target/classes");
    private static final String PROBLEM = Problem.class.getName().replace('.', '/');
    private static final Predicate<String> TYPE = constant -> constant.matches("[a-z]+(-[a-z]+)+");
    private static final Predicate<String> DETAIL = constant -> constant.matches("[A-Z][^\\u0001]* [^\\u0001]*\\.");

    private ProblemTexts() {
    }

    /**
     * @param otherTypes types that are put together at run time
     * @param noTypes constants that look like types and are none
     */
    public static void areAllToldInDutch(Collection<String> otherTypes, Collection<String> noTypes) {
        Translations dutch = Translations.dutch();
        Collection<String> types = Stream.concat(constants(TYPE), otherTypes.stream()).filter(type -> !noTypes.contains(type))
                .toList();
        assertThat(types).as("types of problems").isNotEmpty();
        assertThat(types).as("types of problems that have a Dutch title in META-INF/problems/nl.json")
                .allMatch(type -> dutch.title(type).isPresent());
        assertThat(constants(DETAIL)).as("details of problems that are in META-INF/problems/nl.json")
                .allMatch(dutch::knows);
    }

    private static Stream<String> constants(Predicate<String> wanted) {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return new TreeSet<>(files.filter(file -> file.toString().endsWith(".class")).map(ProblemTexts::parsed)
                    .filter(ProblemTexts::makesProblems).flatMap(ProblemTexts::strings).filter(wanted).toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean makesProblems(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .anyMatch(entry -> entry instanceof MemberRefEntry method && method.name().equalsString("of")
                        && method.owner().name().equalsString(PROBLEM));
    }

    private static Stream<String> strings(ClassModel model) {
        List<String> strings = StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance).map(entry -> ((StringEntry) entry).stringValue()).toList();
        return strings.stream();
    }
}
