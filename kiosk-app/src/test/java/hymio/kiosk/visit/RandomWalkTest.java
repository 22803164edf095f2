package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.wire.Behaviour;
import hymio.wire.MisuseRule;
import hymio.wire.Questionnaire;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever hands, time, disk and server do in whatever order, what is promised holds. A seed replays a walk. */
class RandomWalkTest {
    private static final int WALKS = Integer.getInteger("hymio.walks", 60);
    private static final int EVENTS = 400;
    private static final Optional<Behaviour.Sleep> NIGHT = Optional.of(new Behaviour.Sleep("21:00", "07:30"));
    private static final List<Behaviour> BEHAVIOURS =
            List.of(Behaviour.USUAL, new Behaviour(true, 0, 10, 0, NIGHT), new Behaviour(false, 0, 30, 100, NIGHT));
    private static final List<Questionnaire> ASKED = List.of(
            Asked.EVERYTHING, Asked.COMMENT, Questionnaire.BUILT_IN, Asked.speaking("se", "ru", "uk", "ar", "so"));
    private static final List<String> TYPED =
            List.of("a", "Å", " ", ". ", "\b", "040 123 4567 ", "a@bc.fi", "🙂", "\u0000");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyPromiseHoldsOnEveryWalk(boolean screen) {
        for (int seed = 0; seed < WALKS; seed++) {
            new Wanderer(seed, screen).wander();
        }
    }

    /** One walk, looked at after every event. */
    private static final class Wanderer {
        private final int seed;
        private final boolean screen;
        private final Random random;
        private final Walk walk;
        private VisitState onScreen;
        private int checked;

        Wanderer(int seed, boolean screen) {
            this.seed = seed;
            this.screen = screen;
            random = new Random(seed);
            String language = pick(List.of("fi", "sv", "se", "fi-simple"));
            walk = new Walk(new VisitMachine(language, 2_500, screen), pick(ASKED), pick(BEHAVIOURS), true);
            onScreen = walk.shown();
        }

        void wander() {
            for (int i = 0; i < EVENTS; i++) {
                Visit before = walk.visit;
                String what = happen();
                look(before, "seed " + seed + ", event " + i + ": " + what);
            }
            walk.diskFails = false;
            walk.diskDone();
            for (int i = 0; i < 600; i++) {
                walk.unticked(200).tick();
            }
            forgotten();
        }

        private String happen() {
            walk.unticked(pick(List.of(0, 1, 50, 150, 300, 500, 900, 1_600, 4_000)));
            int button = 1 + random.nextInt(6);
            return switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4, 5 -> touched(there());
                case 6 -> touched(anywhere());
                case 7, 8, 9, 10 -> did("press " + button, walk.press(button));
                case 11 -> did("hold " + button, walk.hold(button));
                case 12 -> did("down " + button, walk.down(button));
                case 13 -> did("cancel " + button, walk.cancel(button));
                case 14 -> did("release " + button, walk.release(button, walk.now - random.nextInt(700)));
                case 15 -> did("beside", walk.besideNow());
                case 16 -> did("staff", walk.staffHold());
                case 17 -> did("typed", walk.type(pick(TYPED)));
                case 18 -> did("config", walk.config(pick(ASKED), pick(BEHAVIOURS)));
                case 19 -> did("disk", disk());
                case 20 -> did("pin", walk.pin(random.nextBoolean() ? Walk.PIN : "000000"));
                case 21 ->
                    did("hour", walk.at(random.nextInt(24), 0).unticked(35_000).tick());
                default -> did("time", walk.after(pick(List.of(200, 1_000, 6_000, 11_000))));
            };
        }

        private Walk disk() {
            walk.diskFails = random.nextInt(3) == 0;
            walk.diskDone().diskIsSlow = random.nextInt(3) == 0;
            return walk;
        }

        private Control there() {
            List<Control> controls = Controls.of(walk.shown());
            return controls.isEmpty() ? anywhere() : pick(controls);
        }

        private Control anywhere() {
            return pick(List.of(
                    new Control.FaceOf(3),
                    new Control.ChoiceOf(2),
                    new Control.Key("x"),
                    new Control.Digit(1),
                    new Control.LanguageOf("ar"),
                    new Control.Simple(pick(List.of(Act.values())))));
        }

        private String touched(Control control) {
            return did("touch " + control, walk.touchNow(control));
        }

        private static String did(String what, Walk walk) {
            return what + " at " + walk.now;
        }

        private void look(Visit before, String what) {
            VisitState shown = walk.shown();
            walk.all(VisitEffect.Show.class).forEach(it -> onScreen = it.state());
            assertThat(onScreen).as(what).isEqualTo(shown);
            assertThat(shown.focus()).as(what).isBetween(-1, Controls.of(shown).size() - 1);
            assertThat(shown.questionnaire().languages()).as(what).contains(shown.language());
            if (!screen) {
                assertThat(shown.phase())
                        .as(what)
                        .isNotInstanceOf(Answering.class)
                        .isNotInstanceOf(Sleeping.class);
            }
            silentPlaces(before.shown().phase(), what);
            for (; checked < walk.stored.size(); checked++) {
                consistent(checked + 1, what);
            }
            walk.forget();
        }

        /** Nothing is stored from where nobody votes, even when the event left that place. */
        private void silentPlaces(Phase before, String what) {
            boolean silent = walk.phase().getClass().equals(before.getClass())
                    && (before instanceof ButtonTest
                            || before instanceof CarryingOut
                            || before instanceof StaffMenu
                            || before instanceof PinAsked
                            || before instanceof Sleeping);
            if (silent) {
                assertThat(walk.all(VisitEffect.Store.class)).as(what).isEmpty();
            }
        }

        private void consistent(int number, String what) {
            Entry entry = walk.stored.get(number - 1);
            long visit = walk.visits().get(number - 1);
            assertThat(visit).as(what).isBetween(1L, (long) number);
            assertThat(walk.visits().get((int) visit - 1)).as(what).isEqualTo(visit);
            if (entry.extra().takesBack() > 0) {
                int back = (int) entry.extra().takesBack();
                Entry taken = walk.stored.get(back - 1);
                assertThat(walk.visits().get(back - 1)).as(what).isEqualTo(visit);
                assertThat(taken.question()).as(what).isEqualTo(entry.question());
                assertThat(taken.option()).as(what).isEqualTo(entry.option());
                assertThat(taken.extra().misuse()).as(what).isZero();
                assertThat(taken.extra().takesBack()).as(what).isZero();
            } else if (entry.question().startsWith("service") && entry.extra().misuse() == 0) {
                assertThat(entry.visit()).as(what).isZero();
                countsOnce(number, what);
            }
        }

        private void countsOnce(int number, String what) {
            long pressed = walk.stored.get(number - 1).time().uptimeMillis();
            for (int i = number - 2; i >= 0 && walk.stored.get(i).extra().takesBack() == 0; i--) {
                if (walk.stored.get(i).question().startsWith("service")) {
                    long earlier = walk.stored.get(i).time().uptimeMillis();
                    assertThat(Math.abs(pressed - earlier)).as(what).isGreaterThan(MisuseRule.GAP_MILLIS);
                    return;
                }
            }
        }

        private void forgotten() {
            VisitState shown = walk.shown();
            String as = "seed " + seed;
            assertThat(shown.phase()).as(as).isInstanceOfAny(Asking.class, Sleeping.class);
            assertThat(shown).as(as).isEqualTo(new VisitState(shown.questionnaire(), shown.language(), shown.phase()));
            assertThat(shown.language()).as(as).isEqualTo(walk.home());
            assertThat(walk.visit.ledger()).as(as).isEqualTo(Ledger.EMPTY);
            Set<Long> back = new HashSet<>();
            walk.stored.stream()
                    .map(it -> it.extra().takesBack())
                    .filter(it -> it > 0)
                    .forEach(it -> assertThat(back.add(it)).as(as).isTrue());
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }

    @Test
    void nobodyIsSentAwayUnwarned() {
        for (int seed = 0; seed < WALKS; seed++) {
            Wanderer wanderer = new Wanderer(seed, true);
            for (int i = 0; i < EVENTS; i++) {
                wanderer.happen();
                VisitState before = wanderer.walk.shown();
                wanderer.walk.unticked(200).tick();
                VisitState after = wanderer.walk.shown();
                boolean sentAway = before.phase() instanceof Answering && after.phase() instanceof Asking;
                boolean reset =
                        before.phase() instanceof Asking && !before.comfort().equals(after.comfort());
                if (sentAway || reset) {
                    assertThat(before.over().orElseThrow()).as("seed " + seed).isInstanceOf(StillThere.class);
                }
            }
        }
    }
}
