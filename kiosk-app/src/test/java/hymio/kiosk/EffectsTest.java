package hymio.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.carry.CarryDesk;
import hymio.kiosk.carry.CarryOut;
import hymio.kiosk.carry.PendingBatches;
import hymio.kiosk.carry.Sticks;
import hymio.kiosk.config.ConfigInUse;
import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.staff.ButtonTrial;
import hymio.kiosk.staff.GatherFigures;
import hymio.kiosk.staff.StaffDesk;
import hymio.kiosk.sync.ServerConnection;
import hymio.kiosk.sync.ServerTrust;
import hymio.kiosk.sync.Sync;
import hymio.kiosk.sync.SyncLoop;
import hymio.kiosk.time.HandClock;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEffect;
import hymio.kiosk.visit.VisitEffect.Cue;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.wire.Heartbeat;
import hymio.wire.Questionnaire;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each effect with a real outbox; what people see and hear is noted in order. */
class EffectsTest {
    private static final VisitState ASKING = new VisitState(Questionnaire.BUILT_IN, "sv", new Asking());

    @TempDir
    Path path;

    private final HandClock clock = new HandClock(100_000, 1_795_000_000_000L, true);
    private final Noted noted = new Noted();
    private final Health health = new Health("0.1.0");
    private final BlockingQueue<VisitEvent> answers = new LinkedBlockingQueue<>();
    private final List<Integer> left = new ArrayList<>();
    private DataFolder folder;
    private Outbox outbox;
    private StaffDesk staff;
    private Effects effects;

    @BeforeEach
    void open() {
        folder = DataFolder.open(path);
        outbox = Outbox.open(folder.file("outbox.db"));
        KnownConfig known = new KnownConfig(folder, new WireCodec());
        ConfigInUse config = new ConfigInUse(known, 50);
        SyncLoop sync = new SyncLoop(
                new Sync(
                        new ServerConnection(
                                "http://127.0.0.1:9",
                                new ServerTrust(Optional.empty(), folder, clock::now),
                                new WireCodec()),
                        outbox,
                        new Sync.Self(folder, known, health, ""),
                        new Identity("s".repeat(43), ""),
                        clock::now,
                        new Sync.Listeners(unused -> {}, unused -> {})),
                new Random(1),
                clock::now);
        staff = new StaffDesk(
                config::staffPin,
                new GatherFigures(outbox, config, health, sync, clock),
                new ButtonTrial(4, List::of),
                carry(),
                clock,
                answers::add);
        effects = new Effects(
                new StoreResponse(outbox, health, clock, line -> noted.all.add(line)),
                new Effects.Answers(noted, noted, noted, (state, about) -> "text " + about.isPresent()),
                staff,
                () -> noted.all.add("rest"),
                left::add);
        effects.showOn(noted);
    }

    private CarryDesk carry() {
        CarryOut carryOut = new CarryOut(
                new PendingBatches(outbox, clock::now, () -> new Heartbeat("0.1.0", "", 0, List.of())),
                () -> new Identity("s".repeat(43), "t-1"),
                Sticks.of(Optional.of(path.resolve("stick"))),
                new WireCodec());
        return new CarryDesk(
                carryOut,
                it -> answers.add(new VisitEvent.Carried(it, clock.now().uptimeMillis())));
    }

    @AfterEach
    void close() throws Exception {
        staff.close();
        outbox.close();
        folder.close();
    }

    private VisitEffect.Store vote(int option) {
        return new VisitEffect.Store(new Entry(0, "service@1", option, clock.now(), Response.Extra.NONE));
    }

    @Test
    void theSheetIsToldWhatCanBeHeard() {
        assertThat(effects.carryOut(new VisitEffect.AskHeard("fi")))
                .contains(new VisitEvent.Heard(VisitState.Heard.ALL));
    }

    @Test
    void lightAndSoundComeWhenThePressIsSafe() {
        effects.carryOut(new VisitEffect.Acknowledge(3, 40, true));
        assertThat(noted.all).isEmpty();
        Optional<VisitEvent> stored = effects.carryOut(vote(3));
        assertThat(stored).contains(new VisitEvent.Stored(1, 100_000));
        assertThat(noted.all).containsExactly("stored 1 3", "light 3 discreet", "PRESSED 40");
    }

    @Test
    void pressThatCouldNotBeStoredIsNeverAcknowledgedNotEvenWithTheNextOne() {
        outbox.close();
        effects.carryOut(new VisitEffect.Acknowledge(3, 40, false));
        assertThat(effects.carryOut(vote(3))).contains(new VisitEvent.NotStored(100_000));
        assertThat(health.problems()).containsExactly("outbox");
        effects.carryOut(vote(3));
        assertThat(noted.all).containsExactly("not stored 3", "not stored 3");
        outbox = Outbox.open(path.resolve("other.db"));
    }

    @Test
    void followUpsAreStoredWithoutLightAndSound() {
        effects.carryOut(new VisitEffect.Acknowledge(1, 40, false));
        effects.carryOut(vote(1));
        noted.all.clear();
        effects.carryOut(vote(2));
        assertThat(noted.all).containsExactly("stored 2 2");
    }

    @Test
    void takeBackAndPlayAreReportedAsSuch() {
        effects.carryOut(vote(2));
        effects.carryOut(
                new VisitEffect.Store(new Entry(1, "service@1", 2, clock.now(), Response.Extra.takingBack(1))));
        effects.carryOut(new VisitEffect.Store(new Entry(1, "service@1", 4, clock.now(), Response.Extra.misused(1))));
        assertThat(noted.all).containsExactly("stored 1 2", "stored 2 2 takes back 1", "stored 3 4 misuse");
    }

    @Test
    void cuesAreHeardAndARefusalIsSeenToo() {
        for (Cue cue : Cue.values()) {
            effects.carryOut(new VisitEffect.Play(cue, 30));
        }
        assertThat(noted.all).containsExactly("UNDONE 30", "WARNING 30", "PLAY 30", "blink", "REFUSED 30");
    }

    @Test
    void speechIsInTheLanguageShownAndEnds() {
        effects.carryOut(new VisitEffect.Say(ASKING, Optional.of(new Control.FaceOf(2)), 70));
        effects.carryOut(new VisitEffect.Say(ASKING, Optional.empty(), 70));
        effects.carryOut(new VisitEffect.Hush());
        assertThat(noted.all).containsExactly("say sv text true 70", "say sv text false 70", "silence");
    }

    @Test
    void restIsToldBeforeTheNewPicture() {
        effects.carryOut(new VisitEffect.Rest());
        effects.carryOut(new VisitEffect.Show(ASKING));
        assertThat(noted.all).containsExactly("rest", "show Asking");
    }

    @Test
    void staffAreAnswered() throws Exception {
        effects.carryOut(new VisitEffect.CheckPin("123456"));
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new VisitEvent.PinChecked(false, 100_000));
        effects.carryOut(new VisitEffect.AskFigures());
        assertThat(answers.poll(10, TimeUnit.SECONDS)).isInstanceOf(VisitEvent.Figures.class);
        assertThat(effects.carryOut(new VisitEffect.AskButtons(true)).orElseThrow())
                .isInstanceOf(VisitEvent.Buttons.class);
    }

    @Test
    void leavingTellsWhetherToStartAgain() {
        effects.carryOut(new VisitEffect.Leave(true));
        effects.carryOut(new VisitEffect.Leave(false));
        assertThat(left).containsExactly(75, 0);
    }
}
