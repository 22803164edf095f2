package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Batch;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.Heartbeat;
import hymio.wire.Response;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.UnitInfo;
import hymio.wire.UnitInfo.Came;
import hymio.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which machines use a terminal's identity. */
class UnitTest {
    private final UUID journal = UUID.randomUUID();
    private TestServer server;
    private Enrolled terminal;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("aula", "", "Europe/Helsinki");
        terminal = server.enrolled("aula");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The machine calls a minute later. */
    private void calls(String unit, UUID from, Response... responses) {
        server.clock.pass(Duration.ofMinutes(1));
        Batch batch = Batches.of(from, responses);
        Heartbeat heartbeat = new Heartbeat("0.1.0", "", 0, List.of(), Optional.empty(), Optional.of(unit));
        Batch named = new Batch(from, batch.last(), batch.sent(), batch.responses(), heartbeat);
        assertThat(server.send(terminal, named).status()).isEqualTo(200);
    }

    private TerminalInfo info() {
        return server.get(Wire.TERMINALS).as(TerminalList.class).terminals().getFirst();
    }

    private List<String> words() {
        return info().units().stream().map(UnitInfo::unit).toList();
    }

    @Test
    void machineIsKnownSinceItWasEnrolledAndWhenItLastCalled() {
        calls("aaaa", journal);
        calls("aaaa", journal, Batches.response(1, 1));
        assertThat(info().units())
                .containsExactly(new UnitInfo(
                        "aaaa", "2026-11-22T10:00:00Z", "2026-11-22T10:02:00Z", Came.ENROLLED, List.of(journal)));
        assertThat(info().copied()).isFalse();
    }

    @Test
    void cardThatWasMovedOnceIsNoCopy() {
        UUID fresh = UUID.randomUUID();
        calls("aaaa", journal);
        calls("bbbb", journal);
        calls("bbbb", fresh);
        calls("bbbb", journal);
        assertThat(info().copied()).isFalse();
        assertThat(info().units().getLast())
                .isEqualTo(new UnitInfo(
                        "bbbb", "2026-11-22T10:02:00Z", "2026-11-22T10:04:00Z", Came.CARD, List.of(journal, fresh)));
        assertThat(info().units().getFirst().journals()).containsExactly(journal);
    }

    @Test
    void cardThatWasMovedThereAndBackIsNoCopy() {
        calls("aaaa", journal);
        calls("bbbb", journal);
        calls("aaaa", journal);
        calls("aaaa", journal);
        assertThat(info().copied()).isFalse();
    }

    @Test
    void machinesThatTakeTurnsHaveACopiedCardAndBothAreShownUntilAWeekAfter() {
        for (int i = 0; i < 2; i++) {
            calls("aaaa", journal);
            calls("bbbb", UUID.randomUUID());
        }
        assertThat(info().copied()).isTrue();
        assertThat(info().alarms()).anySatisfy(alarm -> assertThat(alarm).contains("aaaa, bbbb", "kopio"));
        server.clock.pass(UnitHistory.MEMORY.minusMillis(1));
        assertThat(info().copied()).isTrue();
        server.clock.pass(Duration.ofMillis(1));
        assertThat(info().copied()).isFalse();
        assertThat(words()).containsExactly("aaaa", "bbbb");
    }

    @Test
    void turnsAreSeenEvenWhenTheServersClockGoesBack() {
        calls("aaaa", journal);
        calls("bbbb", journal);
        server.clock.pass(Duration.ofHours(-2));
        calls("bbbb", journal);
        calls("bbbb", journal);
        assertThat(info().copied()).isFalse();
        calls("aaaa", journal);
        calls("bbbb", journal);
        assertThat(info().copied()).isTrue();
    }

    @Test
    void machineThatTookOverByACodeIsNoCopy() {
        calls("aaaa", journal);
        calls("bbbb", journal);
        calls("aaaa", journal);
        EnrolmentCode code =
                server.post(Wire.TERMINALS + "/" + terminal.id() + "/codes", "").as(EnrolmentCode.class);
        String secret = "n".repeat(43);
        assertThat(server.enrol(code.code(), secret).as(Enrolment.class).terminal())
                .isEqualTo(terminal.id());
        terminal = new Enrolled(terminal.id(), terminal.id() + "." + secret);
        calls("bbbb", UUID.randomUUID());
        assertThat(info().copied()).isFalse();
        assertThat(info().units()).extracting(UnitInfo::came).containsExactly(Came.ENROLLED, Came.CARD, Came.SWAPPED);
        assertThat(info().unitsNow()).singleElement().satisfies(now -> {
            assertThat(now.unit()).isEqualTo("bbbb");
            assertThat(now.since()).isEqualTo("2026-11-22T10:03:00Z");
        });
    }

    @Test
    void terminalThatNamesNoMachineHasNone() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1)));
        assertThat(words()).containsExactly("");
    }

    @Test
    void noMoreMachinesAreRememberedThanTheLimitAndTheOneLongestSilentGoes() {
        for (int i = 0; i <= UnitLog.KEPT; i++) {
            calls("unit-" + i, journal);
        }
        assertThat(words()).hasSize(UnitLog.KEPT).doesNotContain("unit-0").contains("unit-1", "unit-" + UnitLog.KEPT);
    }
}
