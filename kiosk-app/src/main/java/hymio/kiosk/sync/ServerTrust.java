package hymio.kiosk.sync;

import hymio.kiosk.config.DataFolder;
import hymio.wire.PressTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes a server's certificates as the platform does (PKIX, RFC 5280), at the time that the clock says. A terminal
 * without a real-time clock wakes up in the past, where no certificate is valid yet: while its clock is not trusted,
 * the certificates are checked at the nearest time at which they are valid, but never before the {@link TimeFloor}, so
 * that one that has expired for certain is refused. Everything else of the check stays; the host name is OkHttp's to
 * compare. What this leaves open is written in {@code docs/decisions/2026-11-22-tls-and-wrong-clocks.md}. Thread-safe.
 */
public final class ServerTrust extends X509ExtendedTrustManager {
    private final Optional<Path> ownAuthorities;
    private final TimeFloor floor;
    private final Supplier<PressTime> clock;
    private @Nullable Set<TrustAnchor> anchors;
    /** Until when the certificate lives that was believed last, milliseconds since 1970 UTC. */
    private long vouchedUntilMillis;

    /** The platform's own check of one server's certificates. */
    @FunctionalInterface
    private interface PlatformCheck {
        void by(X509ExtendedTrustManager platform) throws CertificateException;
    }

    /**
     * @param ownAuthorities PEM file of the authorities to trust instead of the system's
     * @param folder keeps the floor
     * @param clock this moment
     */
    public ServerTrust(Optional<Path> ownAuthorities, DataFolder folder, Supplier<PressTime> clock) {
        this.ownAuthorities = ownAuthorities;
        floor = new TimeFloor(folder);
        this.clock = clock;
    }

    /**
     * A server whose certificate was believed said what time it is. The floor follows, but never past the end of that
     * certificate: whoever holds a stolen one cannot make this terminal refuse those that come after it.
     */
    synchronized void heard(long serverMillis) {
        floor.raise(Math.min(serverMillis, vouchedUntilMillis));
    }

    private synchronized void check(X509Certificate[] chain, PlatformCheck check) throws CertificateException {
        PressTime now = clock.get();
        if (now.trusted()) {
            check.by(platform(now.wallMillis()));
        } else {
            checkAtAny(moments(chain, Math.max(now.wallMillis(), floor.millis())), check);
        }
        vouchedUntilMillis = millis(chain[0].getNotAfter());
        if (now.trusted()) {
            heard(now.wallMillis());
        }
    }

    private void checkAtAny(long[] moments, PlatformCheck check) throws CertificateException {
        CertificateException first = null;
        for (long moment : moments) {
            try {
                check.by(platform(moment));
                return;
            } catch (CertificateException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new CertificateException("there was no certificate") : first;
    }

    /**
     * The times to check certificates at, the likeliest first: the whole chain is valid at some time if and only if it
     * is valid at the time wanted, or where the life of one of them begins or ends.
     */
    private long[] moments(X509Certificate[] chain, long wantedMillis) {
        X509Certificate server = chain[0];
        LongStream ends = Arrays.stream(chain)
                .flatMap(it -> Stream.of(it.getNotBefore(), it.getNotAfter()))
                .mapToLong(ServerTrust::millis)
                .filter(it -> it >= floor.millis())
                .filter(it -> it >= millis(server.getNotBefore()))
                .filter(it -> it <= millis(server.getNotAfter()));
        Comparator<Long> nearest = Comparator.comparingLong(it -> Math.abs(it - wantedMillis));
        return LongStream.concat(LongStream.of(wantedMillis), ends)
                .boxed()
                .distinct()
                .sorted(nearest)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static long millis(Date date) {
        return date.toInstant().toEpochMilli();
    }

    /** The platform's own check, as if it were then. */
    private X509ExtendedTrustManager platform(long atMillis) throws CertificateException {
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), null);
            parameters.setRevocationEnabled(false); // as is the platform's default
            parameters.setDate(Date.from(Instant.ofEpochMilli(atMillis)));
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (IOException | GeneralSecurityException e) {
            String where =
                    ownAuthorities.map(it -> "The setting server.ca: " + it).orElse("The system's trust store");
            throw new CertificateException(where + " cannot be used (" + e.getMessage() + ")", e);
        }
    }

    /** Read when the first certificate has to be checked: parsing some 140 of them must not delay the start. */
    private Set<TrustAnchor> anchors() throws IOException, GeneralSecurityException {
        Set<TrustAnchor> known = anchors;
        if (known == null) {
            Stream<X509Certificate> authorities = ownAuthorities.isPresent() ? read(ownAuthorities.get()) : system();
            known = authorities.map(it -> new TrustAnchor(it, null)).collect(Collectors.toUnmodifiableSet());
            anchors = known;
        }
        return known;
    }

    private static Stream<X509Certificate> read(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast);
        }
    }

    private static Stream<X509Certificate> system() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        return Arrays.stream(((X509ExtendedTrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, platform -> platform.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, platform -> platform.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, platform -> platform.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("a terminal is no server");
    }

    /** None: only servers are asked for these, and OkHttp would read and index them all when its client is made. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
