package hymio.server.signin;

import hymio.server.TestDatabase;
import hymio.server.access.Gate;
import hymio.server.access.GrantStore;
import hymio.server.access.Need;
import hymio.server.access.Need.Where;
import hymio.server.access.Passwords;
import hymio.server.access.Secrets;
import hymio.server.access.SessionGuard;
import hymio.server.access.TokenGuard;
import hymio.server.access.TokenStore;
import hymio.server.access.Tree;
import hymio.server.db.Db;
import hymio.server.http.Listen;
import hymio.server.http.Proxies;
import hymio.server.http.WebServer;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        Listen listen = new Listen("127.0.0.1", 0, Optional.empty(), Proxies.of(List.of("127.0.0.1")));
        web = WebServer.start(listen, new WireCodec(), clock, routes -> {
            routes.beforeMatched(gate(signIn)::check);
            signIn.register(routes);
            routes.get(
                    "/",
                    ctx -> ctx.result("home of " + SessionGuard.account(ctx).name()),
                    Need.viewer(Where.SOMEWHERE));
            routes.get("/places/{id}", ctx -> ctx.result("place " + ctx.pathParam("id")), Need.viewer(Where.SOMEWHERE));
            routes.post("/places", ctx -> ctx.result("changed"), Need.editor(Where.SOMEWHERE));
            routes.post("/api/v1/batches", ctx -> ctx.result("stored " + ctx.body()), Need.Open.TERMINAL);
        });
    }

    private Gate gate(SignInRoutes guarded) {
        Tree none = new Tree() {
            @Override
            public Map<String, String> parents() {
                return Map.of();
            }

            @Override
            public Optional<String> placeOf(String terminal) {
                return Optional.empty();
            }
        };
        TokenGuard tokens = new TokenGuard(new TokenStore(db, new Secrets(new SecureRandom())));
        return new Gate(guarded.sessions(), tokens, new GrantStore(db), none, clock);
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
