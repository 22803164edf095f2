package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;

/** Why the buttons cannot be heard, and what a technician should do. */
enum GpioProblem {
    ABSENT(
            "gpio-absent",
            "This machine has no such GPIO chip. On a terminal without buttons set gpio.chip to none; else check its name."),
    DENIED("gpio-denied", "The app may not open the GPIO chip. Add its user to the group gpio and start it again."),
    BUSY("gpio-busy", "Another program holds a button's line. Stop it; gpioinfo names it."),
    LINE("gpio-line", "The GPIO chip has no such line. Check gpio.lines."),
    FAULT("gpio-fault", "The GPIO chip does not work. Restart the terminal; if it stays, replace it.");

    private final String word;
    private final String advice;

    GpioProblem(String word, String advice) {
        this.word = word;
        this.advice = advice;
    }

    /** The kernel's reason, read as ours. */
    static GpioProblem of(ErrnoException refusal) {
        return switch (refusal.errno()) {
            case ErrnoException.ENOENT, ErrnoException.ENODEV -> ABSENT;
            case ErrnoException.EPERM, ErrnoException.EACCES -> DENIED;
            case ErrnoException.EBUSY -> BUSY;
            case ErrnoException.EINVAL -> LINE;
            default -> FAULT;
        };
    }

    /** The word for the heartbeat. */
    String word() {
        return word;
    }

    String advice() {
        return advice;
    }
}
