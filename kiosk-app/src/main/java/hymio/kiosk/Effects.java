package hymio.kiosk;

import hymio.kiosk.press.gpio.Signals;
import hymio.kiosk.screen.SpokenTexts;
import hymio.kiosk.screen.VisitScreen;
import hymio.kiosk.sound.Sound;
import hymio.kiosk.sound.Sounds;
import hymio.kiosk.sound.Voice;
import hymio.kiosk.staff.StaffDesk;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitEffect;
import hymio.kiosk.visit.VisitEvent;
import hymio.kiosk.visit.VisitLoop;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Look;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

/** Carries out what the visit asks for. Used by the visit's thread; {@link #showOn} once, before it begins. */
final class Effects implements VisitLoop.Effects {
    /** What people see blink and hear. */
    record Answers(
            Signals signals, Sounds sounds, Voice voice, BiFunction<VisitState, Optional<Control>, String> texts) {}

    private final StoreResponse store;
    private final Answers answers;
    private final StaffDesk staff;
    private final Runnable rest;
    private final IntConsumer leave;
    private volatile VisitScreen screen = state -> {};
    private Optional<VisitEffect.Acknowledge> due = Optional.empty();

    /**
     * @param rest nobody is at the terminal
     * @param leave is given the exit code when staff end the app
     */
    Effects(StoreResponse store, Answers answers, StaffDesk staff, Runnable rest, IntConsumer leave) {
        this.store = store;
        this.answers = answers;
        this.staff = staff;
        this.rest = rest;
        this.leave = leave;
    }

    void showOn(VisitScreen shownOn) {
        screen = shownOn;
    }

    void look(Optional<Look> look) {
        screen.look(look);
    }

    @Override
    public Optional<VisitEvent> carryOut(VisitEffect effect) {
        switch (effect) {
            case VisitEffect.Store it -> {
                return Optional.of(store(it));
            }
            case VisitEffect.AskButtons it -> {
                return Optional.of(staff.buttons(it.fresh()));
            }
            case VisitEffect.AskHeard it -> {
                return Optional.of(new VisitEvent.Heard(heard(it.language())));
            }
            case VisitEffect.Show it -> screen.show(it.state());
            case VisitEffect.Acknowledge it -> due = Optional.of(it);
            case VisitEffect.Play it -> play(it);
            case VisitEffect.Say it -> say(it);
            case VisitEffect.Hush unused -> answers.voice().silence();
            case VisitEffect.Rest unused -> rest.run();
            case VisitEffect.CheckPin it -> staff.checkPin(it.digits());
            case VisitEffect.AskFigures unused -> staff.askFigures();
            case VisitEffect.CarryOut unused -> staff.carryOut();
            case VisitEffect.Leave it -> leave.accept(it.restart() ? ExitCode.RESTART : ExitCode.STOPPED);
        }
        return Optional.empty();
    }

    /** Light and sound say that a response is safe, so they wait for the commit; the screen shows the press before. */
    private VisitEvent store(VisitEffect.Store effect) {
        Optional<VisitEffect.Acknowledge> acknowledge = due;
        due = Optional.empty();
        VisitEvent outcome = store.store(effect.entry());
        if (outcome instanceof VisitEvent.Stored) {
            acknowledge.ifPresent(this::acknowledge);
        }
        return outcome;
    }

    private void acknowledge(VisitEffect.Acknowledge it) {
        answers.signals().acknowledge(it.button(), it.discreet());
        answers.sounds().play(Sound.PRESSED, it.volumePercent());
    }

    private void play(VisitEffect.Play it) {
        if (it.cue() == VisitEffect.Cue.REFUSED) {
            answers.signals().refuse();
        }
        answers.sounds().play(sound(it.cue()), it.volumePercent());
    }

    private static Sound sound(VisitEffect.Cue cue) {
        return switch (cue) {
            case UNDONE -> Sound.UNDONE;
            case WARNING -> Sound.WARNING;
            case PLAY -> Sound.PLAY;
            case REFUSED -> Sound.REFUSED;
        };
    }

    private VisitState.Heard heard(String language) {
        boolean sound = answers.sounds().audible();
        boolean speech =
                sound && answers.voice().problem().isEmpty() && answers.voice().speaks(language);
        return new VisitState.Heard(speech, sound);
    }

    private void say(VisitEffect.Say it) {
        String text = answers.texts().apply(it.state(), it.about());
        String language = SpokenTexts.language(it.state(), it.about());
        boolean spoken = answers.voice().speaks(language);
        answers.voice().say(text, spoken ? language : it.state().language(), it.volumePercent());
    }
}
