package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real programs: small shell scripts. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChildTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CompletableFuture<String> line = new CompletableFuture<>();

    @Test
    void deathIsNamedWithTheLastWords() {
        Child child = start("echo one; echo two >&2; printf three; exit 4", unused -> false);
        assertThatThrownBy(() -> child.await(line, "speak", LONG))
                .isInstanceOf(DemoException.class)
                .hasMessageStartingWith("The server stopped by itself with exit code 4.\nThe server's last lines:\n")
                .hasMessageContainingAll("  one", "  two", "  three");
        assertThatThrownBy(child::check).isInstanceOf(DemoException.class);
    }

    @Test
    void wordsSaidJustBeforeTheEndStillCount() throws Exception {
        Child child = start("echo ready", line::complete);
        assertThat(child.await(line, "speak", LONG)).isEqualTo("ready");
    }

    @Test
    void silenceIsNamed() {
        Child child = start("exec sleep 60", line::complete);
        assertThatThrownBy(() -> child.await(line, "become ready", Duration.ofSeconds(1)))
                .isInstanceOf(DemoException.class)
                .hasMessage("The server did not become ready within 1 s.");
        Child.stop(List.of(child), LONG);
    }

    @Test
    void onlyTheLastLinesAreKeptAndLongOnesCut() throws Exception {
        Child child = start("for i in $(seq 1000); do echo line $i; done; printf '%0100000d' 0", unused -> false);
        child.awaitEnd(LONG);
        assertThat(child.lastLines().lines())
                .hasSize(14)
                .contains("  line 1000")
                .doesNotContain("  line 900");
        assertThat(child.lastLines()).hasSizeLessThan(3_000);
    }

    @Test
    void linesThatAreUnderstoodAreNotKept() throws Exception {
        Child child = start("echo token; echo why >&2", line::complete);
        child.awaitEnd(LONG);
        assertThat(line).isCompletedWithValue("token");
        assertThat(child.lastLines()).contains("why").doesNotContain("token");
    }

    @Test
    void stopEndsTheChildrenOfChildrenToo() throws Exception {
        Child child = start("sleep 300 & echo $!; wait", line::complete);
        long grandchild = Long.parseLong(child.await(line, "speak", LONG));
        Child.stop(List.of(child), LONG);
        assertThat(ProcessHandle.of(grandchild).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThatThrownBy(child::check).isInstanceOf(DemoException.class);
    }

    @Test
    void programThatIgnoresTheRequestIsEndedByForce() throws Exception {
        Child child = start("trap '' TERM; echo up; while true; do sleep 1; done", line::complete);
        child.await(line, "speak", LONG);
        long began = System.nanoTime();
        Child.stop(List.of(child), Duration.ofMillis(500));
        assertThatThrownBy(child::check).hasMessageContaining("exit code 137");
        assertThat(System.nanoTime() - began).isLessThan(LONG.toNanos());
    }

    @Test
    void launcherThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Child.start("The server", new ProcessBuilder("/does/not/exist"), unused -> false))
                .isInstanceOf(DemoException.class)
                .hasMessageContainingAll("The server cannot be started", "/does/not/exist");
    }

    private static Child start(String script, Predicate<String> onLine) {
        return Child.start("The server", new ProcessBuilder("bash", "-c", script), onLine);
    }
}
