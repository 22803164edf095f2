package planted.kiosk.press;

/** A stand-in for the real one. */
public final class Press {
    int button;
}
