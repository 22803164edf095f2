package hymio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house hold, and each is shown to bite on a breach planted for it. */
class ArchitectureTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/staff/jte/") && !location.contains("-tests.jar"))
            .importPackages("hymio");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<String> rules() {
        return new Rules("hymio").all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String name) {
        rule("hymio", name).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bitesOnThePlantedBreach(String name) {
        assertThat(rule("planted", name).evaluate(PLANTED).hasViolation())
                .as(name)
                .isTrue();
    }

    @Test
    void houseIsReallyRead() {
        assertThat(HOUSE.stream().map(it -> it.getPackageName().split("\\.")[1]).distinct())
                .contains("wire", "kiosk", "server", "provisioning");
    }

    @Test
    void everyPackageHasItsSentence() throws IOException {
        for (String module : List.of("sync-server/wire", "kiosk-app", "sync-server", "provisioning")) {
            Path sources = REPOSITORY.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(it -> it.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .forEach(ArchitectureTest::hasSentence);
            }
        }
    }

    private static ArchRule rule(String root, String name) {
        Map<String, ArchRule> all = new Rules(root).all();
        return java.util.Objects.requireNonNull(all.get(name));
    }

    private static void hasSentence(Path folder) {
        Path info = folder.resolve("package-info.java");
        assertThat(info)
                .exists()
                .content()
                .containsPattern("/\\*\\*[\\s\\S]{20,}\\.\\s*\\*/")
                .contains("@NullMarked");
    }
}
