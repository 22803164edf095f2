package hymio.kiosk.sound;

import java.util.List;

/** The terminal's short sounds. None tells which face was pressed: a person near by may be the one rated. */
public enum Sound {
    /** A press was taken: one soft note. */
    PRESSED(new Note(784, 180)),
    /** A press was taken back: two notes down. */
    UNDONE(new Note(784, 140), new Note(587, 220)),
    /** The visit will soon end by itself: two gentle notes. */
    WARNING(new Note(659, 300), Note.rest(120), new Note(659, 420)),
    /** Many presses in a row became one: a small melody. */
    PLAY(
            new Note(523, 130),
            new Note(659, 130),
            new Note(784, 130),
            new Note(1047, 200),
            new Note(784, 130),
            new Note(1047, 380)),
    /** This cannot be done now: one low note. */
    REFUSED(new Note(392, 260));

    @SuppressWarnings("ImmutableEnumChecker") // List.of of records
    private final List<Note> notes;

    Sound(Note... notes) {
        this.notes = List.of(notes);
    }

    List<Note> notes() {
        return notes;
    }

    /** One note, or a rest when it has no pitch. */
    record Note(double hertz, int millis) {
        static Note rest(int millis) {
            return new Note(0, millis);
        }
    }
}
