package hymio.server.settings;

import hymio.wire.Wire;
import java.util.Arrays;
import java.util.Optional;

/** What can be set at a location for its branch, each by itself. */
public enum SettingKind {
    LOOK(Wire.LOOK),
    BEHAVIOUR(Wire.BEHAVIOUR),
    STAFF_PIN(Wire.STAFF_PIN);

    private final String word;

    SettingKind(String word) {
        this.word = word;
    }

    /** As paths and the database call it. */
    String word() {
        return word;
    }

    static Optional<SettingKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
