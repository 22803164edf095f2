package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.wire.Behaviour;
import hymio.wire.PressTime;
import hymio.wire.Questionnaire;
import hymio.wire.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Hands at a terminal: what they do goes into the machine, what the machine asks for is done and noted. A touch comes
 * half a second after what was before it, as a person's does; a press and everything called "now" come at once.
 */
final class Walk {
    static final String PIN = "123456";
    private static final long OFFSET = 1_795_000_000_000L;
    private static final long TICK_MILLIS = 200;
    private static final long PERSON_MILLIS = 500;
    private static final UUID BOOT = new UUID(1, 2);

    final List<VisitEffect> effects = new ArrayList<>();
    /** Committed, oldest first; number 1 is the first. */
    final List<Entry> stored = new ArrayList<>();

    private final VisitMachine machine;
    private final Queue<VisitEvent> reports = new ArrayDeque<>();
    private final Queue<Entry> writing = new ArrayDeque<>();
    Visit visit;
    long now = 1_000_000;
    OptionalInt minute = OptionalInt.empty();
    boolean diskFails;
    boolean diskIsSlow;

    Walk(VisitMachine machine, Questionnaire asked, Behaviour behaviour, boolean staffPin) {
        this.machine = machine;
        visit = machine.start(asked, behaviour, staffPin);
    }

    static Walk to(Questionnaire asked) {
        return to(asked, Behaviour.USUAL);
    }

    static Walk to(Questionnaire asked, Behaviour behaviour) {
        return new Walk(new VisitMachine("fi", 2_500, true), asked, behaviour, true);
    }

    static Walk withoutScreen(Questionnaire asked) {
        return new Walk(new VisitMachine("fi", 2_500, false), asked, Behaviour.USUAL, false);
    }

    // what hands do

    Walk press(int button) {
        return down(button).release(button, now);
    }

    Walk down(int button) {
        return happens(new VisitEvent.Down(button, now));
    }

    Walk release(int button, long edgeMillis) {
        return happens(new VisitEvent.Pressed(new Press(button, time(edgeMillis), Press.Source.GPIO)));
    }

    Walk cancel(int button) {
        return happens(new VisitEvent.Cancelled(button, now));
    }

    /** Down, and still down after 0.8 s. */
    Walk hold(int button) {
        long edge = now;
        down(button);
        now += 800;
        return happens(new VisitEvent.Held(new Press(button, time(edge), Press.Source.GPIO)));
    }

    Walk touch(Control control) {
        now += PERSON_MILLIS;
        return touchNow(control);
    }

    Walk touchNow(Control control) {
        return happens(new VisitEvent.Touched(control, time(now)));
    }

    Walk face(int option) {
        return touch(new Control.FaceOf(option));
    }

    Walk choose(int option) {
        return touch(new Control.ChoiceOf(option));
    }

    Walk act(Act act) {
        return touch(new Control.Simple(act));
    }

    Walk language(String language) {
        return touch(new Control.LanguageOf(language));
    }

    Walk toggle(Control.Toggle toggle) {
        return touch(new Control.ToggleOf(toggle));
    }

    /** Keys of the screen, one after the other. */
    Walk keys(String text) {
        now += PERSON_MILLIS;
        text.codePoints().mapToObj(Character::toString).forEach(it -> touchNow(new Control.Key(it)));
        return this;
    }

    Walk beside() {
        now += PERSON_MILLIS;
        return besideNow();
    }

    Walk besideNow() {
        return happens(new VisitEvent.TouchedBeside(now));
    }

    Walk type(String text) {
        return happens(new VisitEvent.Typed(text, now));
    }

    Walk staffHold() {
        return happens(new VisitEvent.StaffHold(now));
    }

    Walk pin(String digits) {
        now += PERSON_MILLIS;
        digits.chars().forEach(c -> touchNow(new Control.Digit(c - '0')));
        return act(Act.PIN_ENTER);
    }

    // what time and the server do

    /** Time goes on, with ticks. */
    Walk after(long millis) {
        long until = now + millis;
        while (now < until) {
            now = Math.min(until, now + TICK_MILLIS);
            tick();
        }
        return this;
    }

    /** Time goes on while the machine is busy with other things. */
    Walk unticked(long millis) {
        now += millis;
        return this;
    }

    Walk tick() {
        return happens(new VisitEvent.Tick(now, minute));
    }

    Walk at(int hour, int minuteOfHour) {
        minute = OptionalInt.of(hour * 60 + minuteOfHour);
        return this;
    }

    Walk config(Questionnaire asked, Behaviour behaviour) {
        return happens(new VisitEvent.NewConfig(asked, behaviour, true));
    }

    /** A slow disk is done with all that it was asked for. */
    Walk diskDone() {
        diskIsSlow = false;
        while (!writing.isEmpty()) {
            reports.add(written(writing.remove()));
            report();
        }
        return this;
    }

    Walk happens(VisitEvent event) {
        reports.add(event);
        report();
        return this;
    }

    // what came of it

    /** The language that a new visitor meets. */
    String home() {
        return machine.start(shown().questionnaire(), Behaviour.USUAL, false)
                .shown()
                .language();
    }

    VisitState shown() {
        return visit.shown();
    }

    Phase phase() {
        return shown().phase();
    }

    <T extends Phase> T phase(Class<T> kind) {
        return kind.cast(phase());
    }

    /** Stored entries as {@code question option}, with what is special about them. */
    List<String> given() {
        return stored.stream().map(Walk::words).toList();
    }

    List<String> comments() {
        return stored.stream()
                .map(it -> it.extra().comment())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Visit numbers of what is stored; a first response bears its own. */
    List<Long> visits() {
        List<Long> visits = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            visits.add(stored.get(i).visit() == 0 ? i + 1 : stored.get(i).visit());
        }
        return visits;
    }

    <T extends VisitEffect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What happened from here on. */
    Walk forget() {
        effects.clear();
        return this;
    }

    PressTime time(long uptime) {
        return new PressTime(BOOT, uptime, OFFSET, true);
    }

    private void report() {
        for (VisitEvent event = reports.poll(); event != null; event = reports.poll()) {
            Step step = machine.step(visit, event);
            visit = step.visit();
            effects.addAll(step.effects());
            step.effects().stream().flatMap(this::answer).forEach(reports::add);
        }
    }

    private Stream<VisitEvent> answer(VisitEffect effect) {
        return switch (effect) {
            case VisitEffect.Store store -> {
                if (diskIsSlow) {
                    writing.add(store.entry());
                    yield Stream.empty();
                }
                yield Stream.of(written(store.entry()));
            }
            case VisitEffect.CheckPin check -> Stream.of(new VisitEvent.PinChecked(PIN.equals(check.digits()), now));
            case VisitEffect.AskFigures unused -> Stream.of(new VisitEvent.Figures(figures(), now));
            case VisitEffect.AskButtons unused -> Stream.of(new VisitEvent.Buttons(List.of(), now));
            default -> Stream.empty();
        };
    }

    private VisitEvent written(Entry entry) {
        if (diskFails) {
            return new VisitEvent.NotStored(now);
        }
        stored.add(entry);
        return new VisitEvent.Stored(stored.size(), now);
    }

    private StaffFigures figures() {
        return new StaffFigures(
                List.of(1L, 2L, 3L, 4L),
                new StaffFigures.Sync(true, "14:05"),
                stored.size(),
                0,
                "0.1.0",
                "",
                List.of(),
                List.of());
    }

    private static String words(Entry entry) {
        Response.Extra extra = entry.extra();
        String question = entry.question().replace("@1", "");
        String word = question + " " + entry.option();
        word += extra.takesBack() > 0 ? " takes back " + extra.takesBack() : "";
        word += extra.misuse() > 0 ? " misuse " + extra.misuse() : "";
        return word;
    }
}
