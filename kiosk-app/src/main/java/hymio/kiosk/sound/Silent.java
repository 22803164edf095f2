package hymio.kiosk.sound;

import java.util.Optional;

/** A terminal without a speaker: nothing is heard, and nothing is wrong. */
final class Silent implements Voice, Sounds {
    @Override
    public void say(String text, String language, int volumePercent) {}

    @Override
    public void silence() {}

    @Override
    public boolean speaks(String language) {
        return false;
    }

    @Override
    public void play(Sound sound, int volumePercent) {}

    @Override
    public boolean audible() {
        return false;
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
