package hymio.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the files of certificate and key and takes a new pair up without a restart: new connections get it, those
 * that stand stay. A pair that cannot be used changes nothing. Files are read, not watched, because tools that renew
 * certificates move links, which watchers miss.
 */
final class CertificateLoop implements AutoCloseable {
    static final Duration PACE = Duration.ofSeconds(5);
    /** Whoever renews by hand needs some days. */
    private static final Duration LATE = Duration.ofDays(14);

    private static final Duration REMIND = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(CertificateLoop.class);

    private final TlsFiles files;
    private final SslContextFactory.Server factory;
    private final InstantSource clock;
    private final Duration pace;
    private final CountDownLatch stop = new CountDownLatch(1);
    private TlsFiles.Content handled;
    private TlsFiles.Content lastRead;
    private Instant expires;
    private Instant reminded = Instant.MIN;
    private String trouble = "";

    /** @throws TlsException when there is no usable pair to begin with */
    CertificateLoop(TlsFiles files, SslContextFactory.Server factory, InstantSource clock, Duration pace) {
        this.files = files;
        this.factory = factory;
        this.clock = clock;
        this.pace = pace;
        handled = files.content();
        lastRead = handled;
        TlsPair pair = files.parse(handled);
        expires = pair.expires();
        use(factory, pair);
        LOG.info("TLS with the certificate in {}, which ends {}.", files.certificate(), expires);
    }

    void start() {
        Thread.ofVirtual().name("certificate").start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!stop.await(pace.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            TlsFiles.Content now = files.content();
            boolean atRest = now.sameAs(lastRead); // the other file may be just about to follow
            lastRead = now;
            if (atRest && !now.sameAs(handled)) {
                handled = now;
                take(files.parse(now));
            }
        } catch (TlsException e) {
            keep(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            keep("The TLS library refused them: " + e.getMessage());
        }
        remind();
    }

    private void take(TlsPair pair) throws Exception {
        factory.reload(it -> use((SslContextFactory.Server) it, pair));
        expires = pair.expires();
        trouble = "";
        LOG.info("The new certificate in {} is in use; it ends {}.", files.certificate(), expires);
    }

    private void keep(String why) {
        if (!why.equals(trouble)) {
            trouble = why;
            LOG.warn(
                    "The new certificate or key cannot be used; the ones before stay in use until {}. {}",
                    expires,
                    why);
        }
    }

    private void remind() {
        Instant now = clock.instant();
        if (expires.isBefore(now.plus(LATE)) && reminded.isBefore(now.minus(REMIND))) {
            reminded = now;
            LOG.warn(
                    "The certificate in {} ends {}. Renew it, or terminals and browsers will refuse this server.",
                    files.certificate(),
                    expires);
        }
    }

    private static void use(SslContextFactory.Server factory, TlsPair pair) {
        factory.setKeyStore(pair.keyStore());
        factory.setKeyStorePassword(TlsPair.PASSWORD);
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
