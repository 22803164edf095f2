package hymio.kiosk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.bench.Report;
import hymio.bench.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The instruments themselves: a wrong one would flatter. */
class BenchTest {
    /** Seconds that nobody else sleeps, to know our own by. */
    private static final String SLEEP = "61.7253";

    @TempDir
    Path folder;

    private static Figures figures(double ours) {
        StartTrial.Cost mine = new StartTrial.Cost(ours, 30, 100);
        StartTrial.Cost base = new StartTrial.Cost(100, 100, 400);
        Samples one = new Samples(List.of(7.0));
        return new Figures(
                List.of(mine, mine, new StartTrial.Cost(9_999, 30, 100)),
                List.of(base),
                one,
                one,
                new Figures.Pair(1, 0),
                new CommitTrial.Cost(one, one, 100));
    }

    private static Report report(double ours, String machine) {
        return new Report("kiosk", figures(ours).rows(), machine);
    }

    @Test
    void percentilesAreMeasuredValues() {
        Samples samples = new Samples(List.of(4.0, 1.0, 3.0, 2.0));
        assertThat(samples.median()).isEqualTo(2);
        assertThat(samples.percentile(99)).isEqualTo(4);
        assertThat(new Samples(List.of(5.0)).percentile(50)).isEqualTo(5);
    }

    @Test
    void tableSaysWhatIsMissed() {
        assertThat(report(70, "m").table())
                .contains(
                        "| Start: all faces painted | 70 ms | 100 ms (Chromium --kiosk) | 0.70× | ≤ 0.80× | reached |");
        assertThat(report(90, "m").table()).contains("| 0.90× | ≤ 0.80× | **missed** |");
    }

    @Test
    void baselineOfNothingHasNoRatio() {
        assertThat(report(70, "m").table())
                .contains("| Idle CPU | 1 % of a core | 0 % of a core")
                .doesNotContain("Infinity");
        assertThat(report(70, "m").plot()).doesNotContain("Infinity", "NaN", "Idle");
    }

    @Test
    void writingAgainReplacesTheLastTable() throws Exception {
        Files.writeString(folder.resolve("performance.md"), """
                above
                <!-- bench kiosk: written by ./hymio bench kiosk --write -->
                old
                <!-- bench kiosk: end -->
                below
                """);
        report(70, "first").write(folder);
        report(80, "second").write(folder);
        assertThat(folder.resolve("performance.md"))
                .content()
                .startsWith("above\n")
                .contains("second", "0.80×", "images/performance/kiosk.svg")
                .endsWith("<!-- bench kiosk: end -->\nbelow\n")
                .doesNotContain("old", "first");
        assertThat(folder.resolve("images/performance/kiosk.svg")).content().startsWith("<svg");
    }

    @Test
    void frameBufferFindsColours() throws Exception {
        int header = 100;
        ByteBuffer image = ByteBuffer.allocate(header + 12 + 4 * 6 * 4);
        image.putInt(0, header).putInt(4 * 19, 1);
        for (int pixel : List.of(8, 9, 14)) {
            image.putInt(header + 12 + 4 * pixel, Integer.reverseBytes(0xFF00695C));
        }
        Path file = Files.write(folder.resolve("fb"), image.array());
        FrameBuffer buffer = new FrameBuffer(file, 6, 4);
        assertThat(buffer.count(List.of(0x00695C, 0x123456), 1)).containsExactly(3, 0);
        FrameBuffer.Box box = buffer.around(0x00695C);
        assertThat(box).isEqualTo(new FrameBuffer.Box(2, 1, 3, 2));
        assertThat(buffer.changed(box, 1, buffer.copy(box, 1))).isFalse();
        assertThat(buffer.changed(box, 1, new int[] {1, 1, 1, 1})).isTrue();
    }

    @Test
    void orphansBelongToTheProgramThatMadeThem() throws Exception {
        ProcessTree.adoptOrphans();
        String busy = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";
        // The shell in the middle ends at once; what it started works on, and is nobody's child.
        ProcessBuilder program =
                new ProcessBuilder("sh", "-c", "sh -c '(" + busy + "; sleep " + SLEEP + ") & exit'; sleep " + SLEEP);
        try (ProcessTree tree = new ProcessTree(program)) {
            for (int i = 0; i < 300 && tree.cpuMillis() < 50; i++) {
                Thread.sleep(20);
            }
            assertThat(tree.cpuMillis()).isGreaterThanOrEqualTo(50);
            assertThat(tree.pssKib()).isPositive();
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            assertThat(processes.map(it -> it.resolve("cmdline")).map(BenchTest::text))
                    .noneMatch(it -> it.equals("sleep\0" + SLEEP + "\0"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
