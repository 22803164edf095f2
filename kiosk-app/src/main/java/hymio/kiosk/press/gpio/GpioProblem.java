package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;

/** Why the buttons cannot be heard, or lights and buzzer not switched, and what a technician should do. */
enum GpioProblem {
    ABSENT(
            "absent",
            "This machine has no such GPIO chip. On a terminal without buttons set gpio.chip to none; else check its name.",
            "This machine has no such GPIO chip. On a terminal without lights and buzzer set none; else check its name."),
    DENIED(
            "denied",
            "The app may not open the GPIO chip. Add its user to the group gpio and start it again.",
            "The app may not open the GPIO chip. Add its user to the group gpio and start it again."),
    BUSY(
            "busy",
            "Another program holds a button's line. Stop it; gpioinfo names it.",
            "A line of a light or the buzzer is taken, perhaps by a button. gpioinfo names who holds it."),
    LINE(
            "line",
            "The GPIO chip has no such line. Check gpio.lines.",
            "The GPIO chip has no such line. Check the lines of lights and buzzer."),
    FAULT(
            "fault",
            "The GPIO chip does not work. Restart the terminal; if it stays, replace it.",
            "The GPIO chip does not work. Restart the terminal; if it stays, replace it.");

    private final String kind;
    private final String advice;
    private final String signalAdvice;

    GpioProblem(String kind, String advice, String signalAdvice) {
        this.kind = kind;
        this.advice = advice;
        this.signalAdvice = signalAdvice;
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

    /** The word for the heartbeat, of buttons. */
    String word() {
        return "gpio-" + kind;
    }

    String advice() {
        return advice;
    }

    /** The word for the heartbeat, of lights and buzzer. */
    String signalWord() {
        return "led-" + kind;
    }

    String signalAdvice() {
        return signalAdvice;
    }
}
