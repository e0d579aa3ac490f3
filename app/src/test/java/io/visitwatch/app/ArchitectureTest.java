package io.visitwatch.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The arrows of docs/architecture.md, kept by the build. */
@AnalyzeClasses(packages = "io.visitwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modelKnowsNobody = noClasses()
            .that()
            .resideInAPackage("io.visitwatch.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.visitwatch.ingest..",
                    "io.visitwatch.enrich..",
                    "io.visitwatch.alerts..",
                    "io.visitwatch.broker..",
                    "io.visitwatch.app..");

    @ArchTest
    static final ArchRule ingestKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.visitwatch.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.visitwatch.enrich..",
                    "io.visitwatch.alerts..",
                    "io.visitwatch.broker..",
                    "io.visitwatch.app..");

    @ArchTest
    static final ArchRule enrichKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.visitwatch.enrich..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.visitwatch.ingest..",
                    "io.visitwatch.alerts..",
                    "io.visitwatch.broker..",
                    "io.visitwatch.app..");

    @ArchTest
    static final ArchRule alertsKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.visitwatch.alerts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.visitwatch.ingest..",
                    "io.visitwatch.enrich..",
                    "io.visitwatch.broker..",
                    "io.visitwatch.app..");

    /** Names of months and the like differ from one JDK to the next; what articles say is read with tables of our own. */
    @ArchTest
    static final ArchRule articlesAreReadWithoutTheLocaleDataOfTheJdk = noClasses()
            .that()
            .resideInAnyPackage("io.visitwatch.model..", "io.visitwatch.ingest..", "io.visitwatch.enrich..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.format.TextStyle")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.DateFormatSymbols")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.Collator")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.BreakIterator");

    @ArchTest
    static final ArchRule kafkaStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.visitwatch.model.wire..",
                    "io.visitwatch..kafka..",
                    "io.visitwatch.broker..",
                    "io.visitwatch.app..",
                    "io.visitwatch.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule romeReadsFeedsAndWritesOurs = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.visitwatch.ingest.feed..", "io.visitwatch.alerts.render..", "io.visitwatch.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rometools..");

    @ArchTest
    static final ArchRule jsoupParsesInIngestOnly = noClasses()
            .that()
            .resideOutsideOfPackages("io.visitwatch.ingest..", "io.visitwatch.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");

    @ArchTest
    static final ArchRule jsoupNeverFetches =
            noClasses().should().callMethod(org.jsoup.Jsoup.class, "connect", String.class);

    @ArchTest
    static final ArchRule oneGuardedClientFetches = noClasses()
            .that()
            .resideOutsideOfPackage("io.visitwatch.ingest.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc.client5..");

    @ArchTest
    static final ArchRule decisionsReadNoWallClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.visitwatch.model..",
                    "io.visitwatch.ingest.feed..",
                    "io.visitwatch.ingest.extract..",
                    "io.visitwatch.ingest.schedule..",
                    "io.visitwatch.ingest.seen..",
                    "io.visitwatch.enrich..",
                    "io.visitwatch.alerts..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheMainExits = noClasses()
            .that()
            .resideOutsideOfPackages("io.visitwatch.app..", "io.visitwatch.broker..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule streamsKeepNoWindows = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.kstream.Suppressed")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.kstream.TimeWindows")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.kstream.GlobalKTable");

    @ArchTest
    static final ArchRule topologiesAreSuppliers = classes()
            .that()
            .haveSimpleNameEndingWith("Topology")
            .and()
            .resideInAPackage("io.visitwatch..kafka")
            .should()
            .implement(java.util.function.Supplier.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingStartsAShell = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule nothingReadsSerialisedObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectOutputStream.class);

    /** A document that names the class it wants to become is how strangers get code to run. */
    @ArchTest
    static final ArchRule jsonNamesNoClasses = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo")
            .orShould()
            .callMethod(
                    com.fasterxml.jackson.databind.ObjectMapper.class,
                    "activateDefaultTyping",
                    com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator.class);
}
