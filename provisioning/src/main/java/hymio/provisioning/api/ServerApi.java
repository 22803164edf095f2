package hymio.provisioning.api;

import hymio.wire.BadValueException;
import hymio.wire.BadWireException;
import hymio.wire.BundleReceipt;
import hymio.wire.CodeRequest;
import hymio.wire.ConflictList;
import hymio.wire.EnrolmentCode;
import hymio.wire.Limits;
import hymio.wire.Place;
import hymio.wire.PlaceList;
import hymio.wire.Problem;
import hymio.wire.Publication;
import hymio.wire.Setting;
import hymio.wire.TerminalList;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a script with an access token may make (docs/wire.md). Every failure is a {@link ServerException}.
 * Thread-safe.
 */
public final class ServerApi implements AutoCloseable {
    private static final MediaType JSON = MediaType.get(Wire.JSON);
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");

    private final WireCodec codec = new WireCodec();
    private final HttpUrl server;
    private final String token;
    private final Duration timeout;
    private final OkHttpClient http;

    /**
     * @param server address, such as {@code https://palaute.example.fi/}
     * @param token access token
     * @param timeout longest wait for one whole answer
     * @throws BadValueException when the address or the token cannot be used; the token is not in the message
     */
    public ServerApi(String server, String token, Duration timeout) {
        HttpUrl parsed = HttpUrl.parse(server);
        if (parsed == null
                || parsed.query() != null
                || !parsed.encodedUsername().isEmpty()) {
            throw new BadValueException("--server", "must be an address such as https://palaute.example.fi/");
        }
        if (token.isEmpty() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new BadValueException("the access token", "must be one word of letters, digits and signs");
        }
        this.server = parsed;
        this.token = token;
        this.timeout = timeout;
        // A redirect would turn a POST into a GET: whoever runs the script should name the right address instead.
        this.http = new OkHttpClient.Builder()
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .followRedirects(false)
                .build();
    }

    /** Every location, each after its parent. */
    public PlaceList locations() {
        return ask(get(at(Wire.LOCATIONS)), PlaceList.class);
    }

    /** Adds a location; one that stands already with the same content is fine. */
    public Place add(Place place) {
        return ask(post(at(Wire.LOCATIONS), place), Place.class);
    }

    /** Makes a one-time enrolment code. */
    public EnrolmentCode code(CodeRequest request) {
        return ask(post(at(Wire.CODES), request), EnrolmentCode.class);
    }

    /** Makes a one-time code with which another machine takes over a terminal. */
    public EnrolmentCode codeFor(String terminal) {
        Request request = new Request.Builder()
                .url(ofTerminal(terminal, "codes"))
                .post(RequestBody.EMPTY)
                .build();
        return ask(request, EnrolmentCode.class);
    }

    /** Every terminal, revoked ones too. */
    public TerminalList terminals() {
        return terminals("en");
    }

    /** @param language of the sentences that say what is wrong: {@code fi}, {@code sv} or {@code en} */
    public TerminalList terminals(String language) {
        Request request = new Request.Builder()
                .url(at(Wire.TERMINALS))
                .header("Accept-Language", language)
                .build();
        return ask(request, TerminalList.class);
    }

    /** The newest numbers of a terminal that came twice with different content. */
    public ConflictList conflicts(String terminal) {
        return ask(get(ofTerminal(terminal, "conflicts")), ConflictList.class);
    }

    /** Brings in a bundle that was carried by hand; one that came before is fine. */
    public BundleReceipt bundle(byte[] file) {
        Request request = new Request.Builder()
                .url(at(Wire.BUNDLES))
                .post(RequestBody.create(file, OCTETS))
                .build();
        return ask(request, BundleReceipt.class);
    }

    /** Makes the server refuse a terminal from now on. */
    public void revoke(String terminal) {
        answer(new Request.Builder()
                .url(ofTerminal(terminal, "revoke"))
                .post(RequestBody.EMPTY)
                .build());
    }

    /** Puts a questionnaire into use. */
    public void publish(Publication publication) {
        answer(post(at(Wire.QUESTIONNAIRES), publication));
    }

    /**
     * What a location uses of a setting.
     *
     * @param word {@link Wire#LOOK}, {@link Wire#BEHAVIOUR} or {@link Wire#STAFF_PIN}
     */
    public Setting setting(String location, String word) {
        return ask(get(settingAt(location, word)), Setting.class);
    }

    /** Sets it for a location and what is below it; words as in {@link #setting}. */
    public void set(String location, String word, Object value) {
        answer(new Request.Builder()
                .url(settingAt(location, word))
                .put(RequestBody.create(codec.write(value), JSON))
                .build());
    }

    /** Takes away what a location itself sets; words as in {@link #setting}. */
    public void removeSetting(String location, String word) {
        answer(new Request.Builder().url(settingAt(location, word)).delete().build());
    }

    /**
     * Totals of each location of a branch, each with all below it.
     *
     * @param from first day, in the location's zone
     * @param to last day, included
     */
    public Figures figures(String location, LocalDate from, LocalDate to) {
        return ask(get(results(location, from, to, "location")), Figures.class);
    }

    /** Totals of each terminal of a branch; days as in {@link #figures}. */
    public TerminalFigures terminalFigures(String location, LocalDate from, LocalDate to) {
        return ask(get(results(location, from, to, "terminal")), TerminalFigures.class);
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }

    private HttpUrl at(String path) {
        return server.newBuilder().addPathSegments(path.substring(1)).build();
    }

    private HttpUrl ofTerminal(String terminal, String word) {
        return at(Wire.TERMINALS)
                .newBuilder()
                .addPathSegment(terminal)
                .addPathSegment(word)
                .build();
    }

    private HttpUrl settingAt(String location, String word) {
        return at(Wire.LOCATIONS)
                .newBuilder()
                .addPathSegment(location)
                .addPathSegments(Wire.SETTINGS.substring(1))
                .addPathSegment(word)
                .build();
    }

    private HttpUrl results(String location, LocalDate from, LocalDate to, String by) {
        return at(Wire.RESULTS)
                .newBuilder()
                .addQueryParameter("location", location)
                .addQueryParameter("from", from.toString())
                .addQueryParameter("to", to.toString())
                .addQueryParameter("grain", "total")
                .addQueryParameter("by", by)
                .build();
    }

    private static Request get(HttpUrl url) {
        return new Request.Builder().url(url).build();
    }

    private Request post(HttpUrl url, Object body) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(codec.write(body), JSON))
                .build();
    }

    private <T> T ask(Request request, Class<T> type) {
        Answer answer = answer(request);
        if (!answer.is(Wire.JSON)) {
            throw strange(answer, null);
        }
        try {
            return codec.read(answer.body().toByteArray(), type);
        } catch (BadWireException e) {
            throw strange(answer, e);
        }
    }

    /** The answer, when it is a success. */
    private Answer answer(Request request) {
        Request signed = request.newBuilder()
                .header("Authorization", "Bearer " + token)
                .header("Accept", Wire.JSON)
                .build();
        Answer answer;
        try (Response response = http.newCall(signed).execute()) {
            answer = Answer.of(response);
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (answer.status() / 100 != 2) {
            throw refused(answer);
        }
        return answer;
    }

    private ServerException refused(Answer answer) {
        if (answer.status() / 100 == 3) {
            return new ServerException(
                    server + " sends us on to " + answer.location().orElse("another address")
                            + ". Give that address as --server.",
                    null);
        }
        if (!answer.is(Wire.PROBLEM_JSON)) {
            return strange(answer, null);
        }
        try {
            return new ServerException(codec.read(answer.body().toByteArray(), Problem.class));
        } catch (BadWireException e) {
            return strange(answer, e);
        }
    }

    private ServerException strange(Answer answer, @Nullable Throwable cause) {
        String what = answer.media().isEmpty() ? "no media type" : answer.media();
        return new ServerException(
                server + " answered " + answer.status() + " (" + what + "), but not as a Hymiö server does"
                        + (cause == null ? "" : ": " + cause.getMessage())
                        + ". Look whether --server names the right address and whether a proxy or a sign-in page"
                        + " stands between.",
                cause);
    }

    private ServerException unreachable(IOException e) {
        String what = switch (e) {
            case UnknownHostException unused ->
                "No machine is called " + server.host() + ". Check --server and the network.";
            case ConnectException unused -> nothingAnswers();
            case NoRouteToHostException unused -> nothingAnswers();
            case SSLException tls ->
                "The secure connection to " + server + " failed: " + tls.getMessage() + ". Check its certificate.";
            case InterruptedIOException unused ->
                server + " did not answer within " + timeout.toMillis() / 1000.0
                        + " s. It may have done what was asked: look with the list commands, then try again.";
            default ->
                "The connection to " + server + " broke: " + e.getMessage()
                        + ". It may have done what was asked: look with the list commands, then try again.";
        };
        return new ServerException(what, e);
    }

    private String nothingAnswers() {
        return "Nothing answers at " + server + ". Is the server running? Check --server and the network.";
    }

    /** An answer read whole, at most {@link Limits#UNPACKED_BYTES}. */
    private record Answer(int status, String media, Optional<String> location, ByteString body) {
        static Answer of(Response response) throws IOException {
            BufferedSource source = response.body().source();
            if (source.request(Limits.UNPACKED_BYTES + 1L)) {
                throw new IOException("the answer is larger than " + Limits.UNPACKED_BYTES + " bytes");
            }
            MediaType media = response.body().contentType();
            return new Answer(
                    response.code(),
                    media == null ? "" : media.type() + "/" + media.subtype(),
                    Optional.ofNullable(response.header("Location")),
                    source.readByteString());
        }

        boolean is(String type) {
            return media.equals(type);
        }
    }
}
