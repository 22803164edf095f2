package hymio.kiosk;

import hymio.kiosk.press.gpio.Signals;
import hymio.kiosk.screen.VisitScreen;
import hymio.kiosk.sound.Sound;
import hymio.kiosk.sound.Sounds;
import hymio.kiosk.sound.Voice;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Look;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people would see and hear, in words, in order. */
final class Noted implements Signals, Sounds, Voice, VisitScreen {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void acknowledge(int button, boolean discreet) {
        all.add("light " + button + (discreet ? " discreet" : ""));
    }

    @Override
    public void refuse() {
        all.add("blink");
    }

    @Override
    public void play(Sound sound, int volumePercent) {
        all.add(sound + " " + volumePercent);
    }

    @Override
    public void say(String text, String language, int volumePercent) {
        all.add("say " + language + " " + text + " " + volumePercent);
    }

    @Override
    public void silence() {
        all.add("silence");
    }

    @Override
    public boolean speaks(String language) {
        return true;
    }

    @Override
    public void show(VisitState state) {
        all.add("show " + state.phase().getClass().getSimpleName());
    }

    @Override
    public void look(Optional<Look> look) {
        all.add("look " + look.map(Look::paper).orElse("own"));
    }

    @Override
    public boolean audible() {
        return true;
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {
        all.add("closed");
    }
}
