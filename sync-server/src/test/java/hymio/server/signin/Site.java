package hymio.server.signin;

import hymio.server.TestDatabase;
import hymio.server.access.Passwords;
import hymio.server.access.SessionGuard;
import hymio.server.db.Db;
import hymio.server.http.WebServer;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** A server with sign-in, two pages of staff, and an API route: real database, real socket. */
final class Site implements AutoCloseable {
    static final String NAME = "hallinta Ääkkönen";
    static final String PASSWORD = "kirjasto on auki jo";

    final HandClock clock = new HandClock();
    final Db db;
    final SignInRoutes signIn;
    private final WebServer web;

    Site(Path folder) {
        this(folder, new Passwords(new SecureRandom(), Duration.ofSeconds(10), Passwords.AT_ONCE));
    }

    Site(Path folder, Passwords passwords) {
        db = TestDatabase.open(folder);
        signIn = new SignInRoutes(
                db,
                clock,
                new PlainViews(),
                ctx -> Locale.forLanguageTag(String.valueOf(ctx.header("Accept-Language"))),
                passwords);
        web = WebServer.start("127.0.0.1", 0, new WireCodec(), routes -> {
            signIn.register(routes);
            routes.get(
                    "/",
                    signIn.sessions()
                            .staff(ctx -> ctx.result(
                                    "home of " + SessionGuard.account(ctx).name())));
            routes.get("/places/{id}", signIn.sessions().staff(ctx -> ctx.result("place " + ctx.pathParam("id"))));
            routes.post("/places", signIn.sessions().staff(ctx -> ctx.result("changed")));
            routes.post("/api/v1/batches", ctx -> ctx.result("stored " + ctx.body()));
        });
    }

    Browser browser() {
        return new Browser("http://127.0.0.1:" + web.port());
    }

    int port() {
        return web.port();
    }

    /** A browser that just went through the set-up link. */
    Browser administrator() {
        Browser browser = browser();
        browser.setUp(signIn.setupLink().renew().orElseThrow(), NAME, PASSWORD);
        return browser;
    }

    long count(String table) {
        return db.<Long, RuntimeException>read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        Browser.quit();
        try (db) {
            web.close();
        }
    }
}
