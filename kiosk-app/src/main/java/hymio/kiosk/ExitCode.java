package hymio.kiosk;

/** How the app tells whatever started it why it ended. */
final class ExitCode {
    static final int STOPPED = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    /** Staff asked for it: start it again at once. The number is EX_TEMPFAIL of sysexits.h, "try again". */
    static final int RESTART = 75;

    private ExitCode() {}
}
