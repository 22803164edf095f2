package hymio.server.http;

/** Ends the request of a form that was not read. */
public final class FormRefusedException extends RuntimeException {
    private final Reason reason;

    /** Why a form was not read. */
    public enum Reason {
        /** Not sent from a page of ours, or from one that stood open too long. */
        FORGED(403),
        TOO_LARGE(413),
        /** More files at once than {@link FormGuard#FILES_BYTES} hold. */
        FILES_TOO_LARGE(413),
        /** Another media type, or broken escapes. */
        UNREADABLE(400);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    FormRefusedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
