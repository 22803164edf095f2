package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the visitor did, in words. */
final class SeenHands implements Hands {
    final List<String> seen = new CopyOnWriteArrayList<>();

    final List<Control> touched = new CopyOnWriteArrayList<>();

    @Override
    public void touched(Control control) {
        touched.add(control);
        seen.add(
                switch (control) {
                    case Control.FaceOf face -> "touch " + face.option();
                    case Control.LanguageOf language -> "language " + language.language();
                    default -> control.toString();
                });
    }

    @Override
    public void touchedBeside() {
        seen.add("dismissed");
    }

    @Override
    public void staffHold() {
        seen.add("staff");
    }

    @Override
    public void key(int button, boolean down) {
        if (down) {
            seen.add("key " + button);
        }
    }

    @Override
    public void typed(String text) {
        seen.add("typed " + text);
    }
}
