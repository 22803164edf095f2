package hymio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who may import what. The rules are written for any root package, so that each can be shown to bite on a planted
 * breach (packages {@code planted.…} beside this one).
 */
final class Rules {
    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** Name → rule. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("wireImportsNothing", wireImportsNothing());
        rules.put("jacksonInOneClass", jacksonInOneClass());
        rules.put("visitIsPure", visitIsPure());
        rules.put("pi4jInItsOwnClasses", pi4jInItsOwnClasses());
        rules.put("screenNeverDecides", screenNeverDecides());
        rules.put("outboxKnowsNoNetworkAndNoScreen", outboxKnowsNoNetworkAndNoScreen());
        rules.put("syncTouchesNoPress", syncTouchesNoPress());
        rules.put("okHttpInOneClass", okHttpInOneClass());
        rules.put("onlySoundStartsPrograms", onlySoundStartsPrograms());
        rules.put("ingestKnowsNoPages", ingestKnowsNoPages());
        rules.put("pagesHoldNoSql", pagesHoldNoSql());
        rules.put("modulesMeetOnlyAtTheWire", modulesMeetOnlyAtTheWire());
        rules.put("noCycles", noCycles());
        rules.put("clockAndConsoleOnlyInMains", clockAndConsoleOnlyInMains());
        rules.put("noStaticMutableState", noStaticMutableState());
        return rules;
    }

    private ArchRule wireImportsNothing() {
        return classes()
                .that()
                .resideInAPackage(in("wire"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        in("wire"),
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation.."))
                .because("the oldest terminal in the field must still read it");
    }

    private ArchRule jacksonInOneClass() {
        return noClasses()
                .that(not(inOutermost("WireCodec")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."))
                .because("there is one way to read and write JSON");
    }

    private ArchRule visitIsPure() {
        return classes()
                .that()
                .resideInAPackage(in("kiosk.visit"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                in("kiosk.visit"),
                                in("wire"),
                                "java.lang..",
                                "java.util..",
                                "org.jspecify..",
                                "org.slf4j..")
                        .or(nameMatching(root + "\\.kiosk\\.press\\.Press(\\$Source)?"))
                        .or(nameMatching("java\\.(text\\.BreakIterator|time\\.YearMonth)")))
                .because("a visit must run in a simulation: no JavaFX, SQL, HTTP, GPIO, clock");
    }

    private ArchRule pi4jInItsOwnClasses() {
        return noClasses()
                .that(not(nameMatching(Pattern.quote(root) + "\\.kiosk\\.press\\.gpio\\.Pi4j[A-Za-z]*(\\$.*)?")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.pi4j.."))
                .because("desktops and tests have no GPIO: one class for inputs and one for outputs know Pi4J");
    }

    private ArchRule screenNeverDecides() {
        return classes()
                .that()
                .resideInAPackage(in("kiosk.screen"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        in("kiosk.screen"),
                        in("kiosk.visit"),
                        in("wire"),
                        "javafx..",
                        "java..",
                        "javax.imageio..",
                        "org.jspecify.."))
                .because("screens show state and never decide");
    }

    private ArchRule outboxKnowsNoNetworkAndNoScreen() {
        return classes()
                .that()
                .resideInAPackage(in("kiosk.outbox"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        in("kiosk.outbox"),
                        in("wire"),
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.nio..",
                        "java.sql..",
                        "org.sqlite..",
                        "org.jspecify..",
                        "org.slf4j.."))
                .because("storage knows no network and no screen");
    }

    private ArchRule syncTouchesNoPress() {
        return noClasses()
                .that()
                .resideInAPackage(in("kiosk.sync"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(in("kiosk.press"), in("kiosk.visit"), in("kiosk.screen"), in("kiosk.time")))
                .because("a dead network must not touch a press");
    }

    private ArchRule okHttpInOneClass() {
        return noClasses()
                .that(resideInAnyPackage(in("kiosk")).and(not(inOutermost("ServerConnection"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio.."))
                .because("one class knows HTTP");
    }

    private ArchRule onlySoundStartsPrograms() {
        return noClasses()
                .that(resideInAnyPackage(in("kiosk")).and(not(resideInAnyPackage(in("kiosk.sound")))))
                .should()
                .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class, Process.class))
                .orShould()
                .callMethodWhere(target(owner(type(Runtime.class))).and(target(name("exec"))))
                .because("a terminal in a public hall runs no programs but the two that make it heard");
    }

    private ArchRule ingestKnowsNoPages() {
        return noClasses()
                .that()
                .resideInAPackage(in("server.ingest"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(in("server.staff"), in("server.results"), in("server.access")))
                .because("ingest never depends on pages");
    }

    private ArchRule pagesHoldNoSql() {
        return noClasses()
                .that()
                .resideInAPackage(in("server.staff"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite.."))
                .because("pages are the read side; SQL stands in stores");
    }

    private ArchRule modulesMeetOnlyAtTheWire() {
        return slices().matching(root + ".(kiosk|server|provisioning)..")
                .should()
                .notDependOnEachOther()
                .because("terminal, server and provisioning are replaced apart, years from each other");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(*.*)..")
                .should()
                .beFreeOfCycles()
                .because("a part can be understood only when it does not need what needs it");
    }

    private ArchRule clockAndConsoleOnlyInMains() {
        return noClasses()
                .that(DescribedPredicate.describe("are neither a *Main nor part of the command line", this::isNoMain))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(PrintStream.class, "println", String.class)
                .because("time and console come from outside, so that years can be simulated in seconds");
    }

    private ArchRule noStaticMutableState() {
        return fields().that()
                .areStatic()
                .and(DescribedPredicate.describe(
                        "are written by a person", field -> !field.getName().startsWith("$")))
                .should()
                .beFinal()
                .because("two of anything must be able to live in one process, as in tests and simulations");
    }

    private boolean isNoMain(JavaClass it) {
        return !it.getName().replaceFirst("\\$.*", "").endsWith("Main")
                && !it.getPackageName().startsWith(root + ".provisioning");
    }

    private static DescribedPredicate<JavaClass> inOutermost(String name) {
        return simpleName(name).or(nameMatching(".*\\." + name + "\\$.*")).as("are in " + name);
    }

    private String in(String name) {
        return root + "." + name + "..";
    }
}
