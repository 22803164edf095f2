package hymio.kiosk.sync;

import hymio.wire.BadWireException;
import hymio.wire.Batch;
import hymio.wire.Config;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Limits;
import hymio.wire.Problem;
import hymio.wire.Receipt;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the server, one call at a time; the only class that knows HTTP. An answer counts only when it is the
 * message asked for: captive portals and proxies answer 200 with pages of their own.
 */
public final class ServerConnection implements AutoCloseable {
    private static final MediaType JSON = MediaType.get(Wire.JSON);
    private static final Pattern VERSION = Pattern.compile("\"([\\x21-\\x7e&&[^\"]]{1," + Limits.WORD + "})\"");

    private final HttpUrl server;
    private final WireCodec codec;
    private final ServerTrust trust;
    private final Duration patience;
    private @Nullable OkHttpClient client;

    /** @param trust says whose certificate is believed, when the server is spoken to over TLS */
    public ServerConnection(String server, ServerTrust trust, WireCodec codec) {
        this(server, trust, codec, Duration.ofSeconds(30));
    }

    /** @param patience how long the server may be silent; a whole call takes at most twice as long */
    ServerConnection(String server, ServerTrust trust, WireCodec codec, Duration patience) {
        this.server = HttpUrl.get(server);
        this.codec = codec;
        this.trust = trust;
        this.patience = patience;
    }

    /** Over calls made elsewhere, such as through a simulated network. */
    public ServerConnection(String server, ServerTrust trust, WireCodec codec, OkHttpClient client) {
        this(server, trust, codec);
        this.client = client;
    }

    Answer<Enrolment> enrol(EnrolmentRequest request) {
        RequestBody body = RequestBody.create(codec.write(request), JSON);
        return call(request(Wire.ENROLMENTS).post(body).build(), Enrolment.class);
    }

    Answer<Config> config(String bearer, String knownVersion) {
        Request.Builder request = signed(Wire.CONFIG, bearer);
        if (!knownVersion.isEmpty()) {
            request.header("If-None-Match", "\"" + knownVersion + "\"");
        }
        return call(request.build(), Config.class);
    }

    Answer<Receipt> send(String bearer, Batch batch) {
        RequestBody body = RequestBody.create(codec.gzip(codec.write(batch)), JSON);
        Request request = signed(Wire.BATCHES, bearer)
                .header("Content-Encoding", "gzip")
                .post(body)
                .build();
        Answer<Receipt> answer = call(request, Receipt.class);
        if (answer instanceof Answer.Good<Receipt> good) {
            trust.heard(good.message().serverMillis());
        }
        return answer;
    }

    /** Ends a call under way; it counts as unanswered. */
    synchronized void cut() {
        if (client != null) {
            client.dispatcher().cancelAll();
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    /** Made at the first call, on the caller's thread: reading the trusted certificates must not delay the screen. */
    private synchronized OkHttpClient client() {
        if (client == null) {
            OkHttpClient.Builder builder = new OkHttpClient.Builder()
                    .connectTimeout(patience)
                    .readTimeout(patience)
                    .writeTimeout(patience)
                    .callTimeout(patience.multipliedBy(2))
                    .followRedirects(false);
            client = (server.isHttps() ? secured(builder) : plain(builder)).build();
        }
        return client;
    }

    private OkHttpClient.Builder secured(OkHttpClient.Builder builder) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {trust}, null);
            return builder.sslSocketFactory(tls.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** Without TLS nothing of it is loaded. */
    private static OkHttpClient.Builder plain(OkHttpClient.Builder builder) {
        return builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }

    private Request.Builder signed(String path, String bearer) {
        return request(path).header("Authorization", "Bearer " + bearer);
    }

    private Request.Builder request(String path) {
        HttpUrl url = server.newBuilder().addPathSegments(path.substring(1)).build();
        return new Request.Builder()
                .url(url)
                .header(Wire.VERSION_HEADER, String.valueOf(Wire.VERSION))
                .header("Cache-Control", "no-cache"); // an answer that a proxy kept is none
    }

    private <T> Answer<T> call(Request request, Class<T> type) {
        try (Response response = client().newCall(request).execute()) {
            if (response.code() == 304) {
                return new Answer.Unchanged<>();
            }
            byte[] body = bounded(response.body().source());
            return response.isSuccessful() ? good(response, body, type) : refused(response, body);
        } catch (IOException | IllegalArgumentException e) {
            // OkHttp answers some nonsense in a head, such as a length below zero, with an IllegalArgumentException.
            return new Answer.Nothing<>(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static byte[] bounded(BufferedSource source) throws IOException {
        if (source.request(Limits.ANSWER_BYTES + 1L)) {
            throw new IOException("the answer is longer than " + Limits.ANSWER_BYTES + " bytes");
        }
        return source.readByteArray();
    }

    private <T> Answer<T> good(Response response, byte[] body, Class<T> type) {
        try {
            return new Answer.Good<>(codec.read(body, type));
        } catch (BadWireException e) {
            Matcher version = VERSION.matcher(String.valueOf(response.header("ETag")));
            if (version.matches()) {
                return new Answer.Unreadable<>(version.group(1), String.valueOf(e.getMessage()));
            }
            return new Answer.Nothing<>("the answer is no " + type.getSimpleName() + " of a Hymiö server; is this a"
                    + " network that asks for a sign-in? (" + e.getMessage() + ")");
        }
    }

    private <T> Answer<T> refused(Response response, byte[] body) {
        try {
            Problem problem = codec.read(body, Problem.class);
            if (problem.type().startsWith(Problem.PREFIX)) {
                return new Answer.Refused<>(problem, retryAfterMillis(response));
            }
            return nothing(response, problem.title());
        } catch (BadWireException e) {
            return nothing(response, "from something that is no Hymiö server");
        }
    }

    private static <T> Answer<T> nothing(Response response, String who) {
        return new Answer.Nothing<>("HTTP " + response.code() + " " + who, retryAfterMillis(response));
    }

    /** Seconds, at most what a server may ask of a terminal. A date is not understood: whose clock would it go by? */
    private static long retryAfterMillis(Response response) {
        String seconds = String.valueOf(response.header("Retry-After"));
        if (!seconds.matches("[0-9]+")) {
            return 0;
        }
        long asked = seconds.length() > 6 ? Limits.WAIT_SECONDS : Long.parseLong(seconds);
        return TimeUnit.SECONDS.toMillis(Math.min(asked, Limits.WAIT_SECONDS));
    }
}
