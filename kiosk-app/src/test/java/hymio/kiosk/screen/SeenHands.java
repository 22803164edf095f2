package hymio.kiosk.screen;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the visitor did, in words. */
final class SeenHands implements Hands {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void pressed(int button, boolean byKey) {
        seen.add((byKey ? "key " : "touch ") + button);
    }

    @Override
    public void languageChosen(String language) {
        seen.add("language " + language);
    }

    @Override
    public void dismissed() {
        seen.add("dismissed");
    }
}
