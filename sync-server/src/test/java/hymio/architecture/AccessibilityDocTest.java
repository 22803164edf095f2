package hymio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The accessibility document claims only what a test shows, and names each clause once. */
class AccessibilityDocTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = REPOSITORY.resolve("docs/accessibility.md");
    private static final List<String> MODULES = List.of("sync-server/wire", "kiosk-app", "provisioning", "sync-server");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))#(\\w+)`");
    /** Met how, tested where, who else must look. */
    private static final Pattern ROW =
            Pattern.compile("\\| ((?:WCAG 2\\.2, )?\\d+\\.\\d[^|]*) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    @Test
    void everyTestNamedExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (MatchResult named : matches(TEST)) {
            if (!stands(named.group(1), named.group(2))) {
                missing.add(named.group(1) + "#" + named.group(2));
            }
        }
        assertThat(missing).isEmpty();
        assertThat(matches(TEST)).hasSizeGreaterThan(60);
    }

    @Test
    void everyRowSaysHowItIsMetAndNamesAClauseNoOtherRowHas() throws IOException {
        List<MatchResult> rows = matches(ROW);
        assertThat(rows).hasSizeGreaterThan(90).allSatisfy(row -> {
            assertThat(row.group(2).strip()).as(row.group(1)).hasSizeGreaterThan(8);
            assertThat(row.group(3)).as(row.group(1)).matches("–|(`\\w+#\\w+`(, )?)+");
        });
        assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
    }

    private static List<MatchResult> matches(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(DOCUMENT)).results().toList();
    }

    /** Two modules may have a test class of the same name. */
    private static boolean stands(String type, String method) throws IOException {
        Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
        for (Path source : sources(type)) {
            if (declared.matcher(Files.readString(source)).find()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources(String type) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src/test/java"))) {
                found.addAll(files.filter(it -> it.endsWith(type + ".java")).collect(Collectors.toList()));
            }
        }
        return found;
    }
}
