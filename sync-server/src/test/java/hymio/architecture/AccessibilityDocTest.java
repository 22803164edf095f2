package hymio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
    private static final Pattern LINE =
            Pattern.compile("\\| ((?:WCAG 2\\.2, )?\\d+\\.\\d[^|]*)\\|([^|]+)\\|([^|]+)\\|([^|]+)\\|");

    /** A line of a table of clauses; those that do not apply have two columns only. */
    private record Row(String clause, String met, String tested, String person) {
        static Row of(String line) {
            Matcher cells = LINE.matcher(line);
            return cells.matches() ? new Row(cell(cells, 1), cell(cells, 2), cell(cells, 3), cell(cells, 4)) : NONE;
        }

        private static String cell(Matcher cells, int number) {
            return cells.group(number).strip();
        }
    }

    private static final Row NONE = new Row("", "", "", "");

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
        List<Row> rows = Files.readAllLines(DOCUMENT).stream()
                .map(Row::of)
                .filter(row -> !row.equals(NONE))
                .toList();
        assertThat(rows).hasSizeGreaterThan(90).allSatisfy(row -> {
            assertThat(row.met()).hasSizeGreaterThan(8);
            assertThat(row.tested()).matches("–|`\\w+#\\w+`(, `\\w+#\\w+`)*");
            assertThat(row.person()).isNotEmpty();
        });
        assertThat(rows).extracting(Row::clause).doesNotHaveDuplicates();
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
