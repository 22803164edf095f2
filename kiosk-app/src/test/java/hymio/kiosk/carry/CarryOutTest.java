package hymio.kiosk.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hymio.kiosk.config.Identity;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.visit.Carrying;
import hymio.kiosk.visit.Carrying.Reason;
import hymio.wire.Batch;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real outbox and real folders; sticks that are full, protected or pulled out are real file systems. */
class CarryOutTest {
    private static final PressTime NOW = new PressTime(new UUID(1, 2), 60_000, 1_795_000_000_000L, true);
    private static final String SECRET = "s".repeat(43);

    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private final Random random = new Random(5);
    private final List<Carrying> progress = new ArrayList<>();
    private Identity identity = new Identity(SECRET, "t-4k7m2p9x");
    private Optional<String> unit = Optional.of("00000000deadbeef");
    private Path stick;
    private Outbox outbox;
    private boolean mounted;

    @BeforeEach
    void open() throws IOException {
        stick = Files.createDirectory(path.resolve("stick"));
        outbox = Outbox.open(path.resolve("outbox.db"));
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
        if (mounted) {
            run("umount", "-l", stick.toString());
        }
    }

    private void responses(int count) {
        for (int i = 0; i < count; i++) {
            outbox.append(0, "service@1", 1 + i % 4, NOW, Response.Extra.NONE);
        }
    }

    /** As hard to pack as a comment can be. */
    private void comments(int count) {
        for (int i = 0; i < count; i++) {
            String text = random.ints(Limits.COMMENT, 0x4E00, 0x9FA5)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            outbox.append(0, "why@1", 0, NOW, Response.Extra.commented(text));
        }
    }

    private CarryOut carryOut() {
        return new CarryOut(
                new PendingBatches(
                        outbox,
                        () -> NOW,
                        () -> new Heartbeat("0.1.0", "c1", outbox.pending(), List.of(), Optional.empty(), unit)),
                () -> identity,
                Sticks.of(Optional.of(stick)),
                codec);
    }

    private Carrying write() {
        return write(progress::add);
    }

    private Carrying write(Consumer<Carrying> told) {
        return carryOut().write(told);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(stick)) {
            return files.sorted().toList();
        }
    }

    private Bundle read(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSizeLessThanOrEqualTo(Limits.BODY_BYTES);
        BundleFile bundle = BundleFile.read(bytes);
        byte[] key = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(bundle.terminal()).isEqualTo("t-4k7m2p9x");
        assertThat(bundle.signedWith(key)).isTrue();
        return codec.read(codec.gunzip(bundle.packed()), Bundle.class);
    }

    private List<Response> carried() throws Exception {
        List<Response> carried = new ArrayList<>();
        for (Path file : files()) {
            read(file).batches().stream().map(Batch::responses).forEach(carried::addAll);
        }
        return carried;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    /** A stick of its own; only root may mount one. */
    private void mount(String options) throws Exception {
        boolean done = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", stick.toString()) == 0;
        assumeThat(done).as("mount").isTrue();
        mounted = true;
    }

    @Test
    void allThatWaitsIsOnTheStickAndTheServerCanTakeIt() throws Exception {
        responses(634);
        outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, 34)));
        List<Response> waiting = outbox.oldestPending(1_000);
        assertThat(write()).isEqualTo(new Carrying.Written(600, 1));
        assertThat(carried()).isEqualTo(waiting);
        Batch first = read(files().getFirst()).batches().getFirst();
        assertThat(first.journal()).isEqualTo(outbox.journal());
        assertThat(first.last()).isEqualTo(634);
        assertThat(first.sent()).isEqualTo(NOW);
        assertThat(first.heartbeat().pending()).isEqualTo(600);
    }

    @Test
    void writingSettlesNothingAndMayBeDoneAgain() throws Exception {
        responses(3);
        write();
        assertThat(outbox.pending()).isEqualTo(3);
        responses(1);
        assertThat(write()).isEqualTo(new Carrying.Written(4, 1));
        assertThat(files()).hasSize(1);
        assertThat(carried()).extracting(Response::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void muchIsSplitIntoFilesThatTheServerTakesAndProgressIsTold() throws Exception {
        comments(1_200);
        Carrying end = write();
        assertThat(end).isInstanceOfSatisfying(Carrying.Written.class, it -> {
            assertThat(it.responses()).isEqualTo(1_200);
            assertThat(it.files()).isGreaterThan(2);
        });
        assertThat(files()).hasSize(((Carrying.Written) end).files());
        assertThat(carried()).extracting(Response::number).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(progress).first().isEqualTo(new Carrying.Writing(0, 1_200));
        assertThat(progress).last().isEqualTo(new Carrying.Writing(1_200, 1_200));
        assertThat(progress)
                .extracting(it -> ((Carrying.Writing) it).written())
                .isSorted()
                .hasSizeGreaterThan(3);
    }

    @Test
    void terminalThatIsNotEnrolledSaysSo() throws IOException {
        responses(1);
        identity = new Identity(SECRET, "");
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.NOT_ENROLLED));
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingThatWaitsIsNoFile() throws IOException {
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.NOTHING));
        assertThat(files()).isEmpty();
    }

    @Test
    void missingStickIsSaid() throws IOException {
        responses(1);
        Files.delete(stick);
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.NO_STICK));
        assertThat(stick).doesNotExist();
    }

    @Test
    void protectedStickIsSaid() throws Exception {
        responses(1);
        mount("ro");
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.PROTECTED));
    }

    @Test
    void fullStickIsSaidAndHoldsNoHalfFile() throws Exception {
        comments(1_200);
        mount("size=800k");
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.FULL));
        assertThat(files()).hasSize(1);
        assertThat(carried()).hasSize(500);
        assertThat(outbox.pending()).isEqualTo(1_200);
    }

    @Test
    void stickPulledOutIsSaidAndNothingIsTakenForCarriedThatIsOnTheCard() throws Exception {
        comments(1_200);
        mount("size=10m");
        Carrying end = write(it -> {
            if (((Carrying.Writing) it).written() > 0 && mounted) {
                mounted = false;
                unplug();
            }
        });
        assertThat(end).isEqualTo(new Carrying.Stopped(Reason.FAILED));
        assertThat(outbox.pending()).isEqualTo(1_200);
    }

    private void unplug() {
        try {
            assertThat(run("umount", "-l", stick.toString())).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fileThatCannotGetItsNameLeavesNothingBehind() throws Exception {
        responses(1);
        write();
        Path file = files().getFirst();
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        assertThat(write()).isEqualTo(new Carrying.Stopped(Reason.FAILED));
        assertThat(files()).containsExactly(file);
    }

    @Test
    void whatAnEarlierPowerCutLeftIsWrittenOver() throws Exception {
        responses(2);
        write();
        Path file = files().getFirst();
        Files.writeString(file.resolveSibling(file.getFileName() + ".part"), "half");
        write();
        assertThat(files()).containsExactly(file);
        assertThat(carried()).hasSize(2);
    }

    @Test
    void copiedCardInAnotherMachineDoesNotWriteOverTheFirst() throws Exception {
        responses(1);
        write();
        unit = Optional.of("another");
        write();
        unit = Optional.empty();
        write();
        assertThat(files())
                .hasSize(3)
                .allMatch(it -> it.getFileName().toString().startsWith("t-4k7m2p9x-"));
    }

    @Test
    void deskTellsProgressAndTheEndAndWritesOnceAtATime() throws Exception {
        responses(3);
        BlockingQueue<Carrying> told = new LinkedBlockingQueue<>();
        CountDownLatch goOn = new CountDownLatch(1);
        try (CarryDesk desk = new CarryDesk(carryOut(), it -> {
            told.add(it);
            await(goOn);
        })) {
            desk.write();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Carrying.Writing(0, 3));
            desk.write();
            goOn.countDown();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Carrying.Writing(3, 3));
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Carrying.Written(3, 1));
            assertThat(told.poll(300, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void outboxThatCannotBeReadIsSaid() throws Exception {
        BlockingQueue<Carrying> told = new LinkedBlockingQueue<>();
        CarryOut broken = new CarryOut(
                new PendingBatches(outbox, () -> NOW, () -> {
                    throw new OutboxException("The outbox could not be read.", new IOException("card"));
                }),
                () -> identity,
                Sticks.of(Optional.of(stick)),
                codec);
        responses(1);
        try (CarryDesk desk = new CarryDesk(broken, told::add)) {
            desk.write();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Carrying.Stopped(Reason.UNREAD));
        }
    }
}
