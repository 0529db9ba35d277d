package io.varve.http;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The arrows between the three modules of a process: what each may know of the others, by name. */
class ArchitectureTest {
    private static final String OWN = ArchitectureTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("-tests.jar")
                    && !location.asURI().toString().contains(OWN))
            .importPackages("io.varve");

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.varve.(**)").should().beFreeOfCycles().check(CLASSES);
        assertRed(slices().matching("io.varve.(*)..").should().notDependOnEachOther());
    }

    @Test
    void modules_knowOnlyTheOnesBelow() {
        knowsNothingOf("io.varve.node", "io.varve.read").check(CLASSES);
        knowsNothingOf("io.varve.node", "io.varve.http").check(CLASSES);
        knowsNothingOf("io.varve.read", "io.varve.http").check(CLASSES);
        assertRed(knowsNothingOf("io.varve.http", "io.varve.node"));
    }

    @Test
    void read_knowsEventsOfNode_andNothingThatDecides() {
        knowsOnly("io.varve.read", Allowed.TELLING, "io.varve.node", Allowed.READ_KNOWS_OF_NODE)
                .check(CLASSES);
        assertRed(knowsOnly("io.varve.read", Allowed.TELLING, "io.varve.node", Set.of("io.varve.node.Node")));
    }

    @Test
    void telling_knowsDoorsAndCommandsBesides() {
        var known = new HashSet<>(Allowed.READ_KNOWS_OF_NODE);
        known.addAll(Allowed.TELLING_KNOWS_OF_NODE);
        knowsOnly(Allowed.TELLING, "io.varve.node", known).check(CLASSES);
        assertRed(knowsOnly(Allowed.TELLING, "io.varve.node", Allowed.READ_KNOWS_OF_NODE));
    }

    @Test
    void http_knowsDoorsCommandsAndAnswersOfNode_andNeitherEventsNorStates() {
        knowsOnly("io.varve.http", "io.varve.node", Allowed.HTTP_KNOWS_OF_NODE).check(CLASSES);
        assertRed(knowsOnly("io.varve.http", "io.varve.node", Set.of("io.varve.node.Node")));
    }

    @Test
    void http_knowsViewsOfRead_andNeitherTheirTablesNorTheirProjections() {
        knowsOnly("io.varve.http", "io.varve.read", Allowed.HTTP_KNOWS_OF_READ).check(CLASSES);
        assertRed(knowsOnly("io.varve.http", "io.varve.read", Set.of("io.varve.read.Views")));
    }

    /** The one that {@code Node} hands from the process to the views passes through, unseen. */
    @Test
    void http_knowsNeitherCassandraNorTheJournal() {
        var technology =
                Set.of("org.apache.pekko.persistence", "org.apache.pekko.projection", "org.apache.pekko.cluster");
        for (String name : technology) {
            knowsNothingOf("io.varve.http", name).check(CLASSES);
        }
        callsNothingOf("io.varve.http", "com.datastax").check(CLASSES);
        assertRed(callsNothingOf("io.varve.read", "com.datastax"));
    }

    private static ArchRule knowsNothingOf(String who, String whom) {
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(whom + "..");
    }

    private static ArchRule callsNothingOf(String who, String whom) {
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .accessClassesThat()
                .resideInAPackage(whom + "..");
    }

    private static ArchRule knowsOnly(String who, String whom, Set<String> names) {
        return knowsOnly(who, "nobody", whom, names);
    }

    /** @param except a package of those that may know more */
    private static ArchRule knowsOnly(String who, String except, String whom, Set<String> names) {
        Predicate<JavaClass> unknown = type -> type.getPackageName().startsWith(whom) && !isOrIsWithin(type, names);
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .and()
                .resideOutsideOfPackage(except + "..")
                .should()
                .dependOnClassesThat(describe("are of " + whom + " and not allowed to it", unknown));
    }

    private static boolean isOrIsWithin(JavaClass type, Set<String> names) {
        return names.contains(type.getName())
                || type.getEnclosingClass()
                        .map(outer -> isOrIsWithin(outer, names))
                        .orElse(false);
    }

    /** A rule that cannot fail proves nothing: its like, with less allowed, must. */
    private static void assertRed(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(CLASSES)).isInstanceOf(AssertionError.class);
    }
}
