package hymio.kiosk.visit;

/** One thing on the screen that can be touched, reached by buttons, and spoken. */
public sealed interface Control {
    /** A face of the first question, or of a follow-up with faces: 1 is the best. */
    record FaceOf(int option) implements Control {}

    /** A choice of a follow-up, from 1; or a number of its scale, 0 to 10. */
    record ChoiceOf(int option) implements Control {}

    /** A key of the on-screen keyboard, by what it types. */
    record Key(String text) implements Control {}

    /** A digit of the staff PIN. */
    record Digit(int digit) implements Control {}

    record LanguageOf(String language) implements Control {}

    record ToggleOf(Toggle toggle) implements Control {}

    /** Something that is the same wherever it stands. */
    record Simple(Act act) implements Control {}

    /** What a visitor may switch on or off. */
    enum Toggle {
        LARGE,
        CONTRAST,
        CALM,
        VOICE
    }

    /** What a {@link Simple} control does. */
    enum Act {
        /** Leave this step without an answer; what was given before is kept. */
        SKIP,
        /** Go on with what is chosen. */
        DONE,
        /** Send the comment. */
        SEND,
        /** Back from the masked comment to the keyboard. */
        CHANGE,
        UNDO,
        SHIFT,
        BACKSPACE,
        /** The other page of keys: digits and signs. */
        SIGNS,
        /** Stay, when the visit is about to end. */
        STAY,
        /** Open the sheet with languages and what helps to see and hear. */
        COMFORT,
        /** Open the sheet with all languages. */
        LANGUAGES,
        LOUDER,
        QUIETER,
        /** Read this screen aloud now. */
        READ,
        /** Close what lies over the step; leave the staff menu. */
        CLOSE,
        PIN_ERASE,
        PIN_ENTER,
        STAFF_BUTTONS,
        /** Write the responses that wait to a stick. */
        STAFF_CARRY,
        STAFF_RESTART,
        STAFF_STOP,
        /** Back from the button test, or the stick, to the staff menu. */
        STAFF_BACK
    }
}
