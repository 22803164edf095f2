package hymio.wire;

/**
 * The version of the contract and the names that both sides use in HTTP.
 *
 * <p>History of {@link #VERSION}:
 *
 * <ol>
 *   <li>0.1.0: enrolment, config, batches of face presses, heartbeat. Since then, all optional: questions that are not
 *       answered by faces ({@code answers}, {@code after}); responses that take another back, are set aside as misuse
 *       or carry a comment; in the config {@code look}, {@code behaviour} and {@code staffPin}; in the heartbeat what
 *       the terminal {@code refused} and its {@code unit}; in the batch {@code boots}; in the receipt {@code missing};
 *       bundles. An older terminal refuses a questionnaire with other questions than faces and keeps the one before.
 * </ol>
 *
 * <p>A new optional field does not raise the version, because unknown fields are ignored. The version rises only when
 * an old reader would misunderstand a new message.
 */
public final class Wire {
    public static final int VERSION = 1;
    /** Request header that carries {@link #VERSION}; the server answers 400 {@code wire-version} to any other value. */
    public static final String VERSION_HEADER = "Wire-Version";

    public static final String JSON = "application/json";
    /** Media type of an error, RFC 9457. */
    public static final String PROBLEM_JSON = "application/problem+json";

    public static final String ENROLMENTS = "/api/v1/enrolments";
    public static final String CONFIG = "/api/v1/config";
    public static final String BATCHES = "/api/v1/batches";
    /** Takes a {@link BundleFile}, as {@code application/octet-stream}. */
    public static final String BUNDLES = "/api/v1/bundles";

    public static final String LOCATIONS = "/api/v1/locations";
    public static final String CODES = "/api/v1/codes";
    public static final String TERMINALS = "/api/v1/terminals";
    public static final String QUESTIONNAIRES = "/api/v1/questionnaires";
    public static final String RESULTS = "/api/v1/results";
    /** What follows {@link #LOCATIONS} and a location's id, before the word of a setting. */
    public static final String SETTINGS = "/settings";

    public static final String LOOK = "look";
    public static final String BEHAVIOUR = "behaviour";
    public static final String STAFF_PIN = "staff-pin";

    private Wire() {}
}
