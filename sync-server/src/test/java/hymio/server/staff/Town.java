package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestDatabase;
import hymio.server.access.Grant;
import hymio.server.access.Need;
import hymio.server.access.Permit;
import hymio.server.access.Role;
import hymio.server.access.Secrets;
import hymio.server.access.SessionStore;
import hymio.server.access.Tree;
import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.carry.TakeBundle;
import hymio.server.db.Db;
import hymio.server.http.FormGuard;
import hymio.server.http.FormRefusedException;
import hymio.server.http.Listen;
import hymio.server.http.WebServer;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.ingest.IngestOutcome;
import hymio.server.location.LocationStore;
import hymio.server.questionnaire.QuestionnaireStore;
import hymio.server.results.ResultsStore;
import hymio.server.signin.SignInMessage;
import hymio.server.signin.SignInViews;
import hymio.server.tally.ArrivalStore;
import hymio.server.tally.Arrivals;
import hymio.server.tally.Tally;
import hymio.server.tally.TallyStore;
import hymio.server.terminal.EnrolTerminal;
import hymio.server.terminal.TerminalStore;
import hymio.wire.Batch;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Heartbeat;
import hymio.wire.Place;
import hymio.wire.PressTime;
import hymio.wire.Publication;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Response;
import hymio.wire.Texts;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The staff's pages on a real socket, over a real database that real batches filled. */
final class Town implements AutoCloseable {
    /** A Saturday afternoon, 15.40 in Helsinki. */
    static final Instant NOW = Instant.parse("2026-11-21T13:40:00Z");

    /** The hidden value of every form. */
    static final String CSRF = "csrf-of-the-session-0123456789abcdefghijklm";

    private static final String SECRET = "s".repeat(43);
    private static final Heartbeat WELL = new Heartbeat("0.1.0", "", 0, List.of());
    private static final int BATCH = 1_000;
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final InstantSource clock = time::get;
    private final Db db;
    private final IngestLoop ingest;
    private final LocationStore locations;
    private final TerminalStore terminals;
    private final QuestionnaireStore questionnaires;
    private final EnrolTerminal enrol;
    private final WebServer web;
    final StaffViews views;

    Town(Path folder) {
        WireCodec codec = new WireCodec();
        db = TestDatabase.open(folder);
        ingest = new IngestLoop(db, 16);
        locations = new LocationStore(db, codec);
        terminals = new TerminalStore(db, clock);
        questionnaires = new QuestionnaireStore(db, locations, codec, clock);
        questionnaires.rememberBuiltIn();
        enrol = new EnrolTerminal(db, terminals, locations, new Secrets(new SecureRandom()), clock);
        Figures figures =
                new Figures(new ResultsStore(db, locations, questionnaires), locations::list, terminals::list, clock);
        FormGuard forms = new FormGuard(() -> CSRF);
        AuditLog audit = new AuditLog(db);
        TakeBundle takeBundle = new TakeBundle(terminals, ingest, audit, codec, clock, Duration.ofSeconds(10));
        Tree tree = new Tree() {
            @Override
            public Map<String, String> parents() {
                return locations.parents();
            }

            @Override
            public Optional<String> placeOf(String terminal) {
                return terminals.placeOf(terminal);
            }
        };
        StaffRoutes staff = new StaffRoutes(locations::list, clock);
        views = staff.views();
        web = WebServer.start(Listen.plain("127.0.0.1", 0), codec, clock, routes -> {
            routes.before(ctx -> ctx.header("Content-Security-Policy", STRICT));
            routes.before(forms::check);
            routes.beforeMatched(ctx -> {
                if (ctx.header("X-Stranger") != null && !ctx.routeRoles().contains(Need.Open.EVERYONE)) {
                    ctx.redirect("/sign-in");
                    ctx.skipRemainingHandlers();
                }
                List<Grant> grants = List.of(new Grant(
                        Role.of(ctx.header("X-Role") == null ? "administrator" : ctx.header("X-Role"))
                                .orElseThrow(),
                        Optional.ofNullable(ctx.header("X-At"))));
                Role needed = ctx.routeRoles().stream()
                        .flatMap(it -> it instanceof Need.In in ? Stream.of(in.role()) : Stream.empty())
                        .findFirst()
                        .orElse(Role.ADMINISTRATOR);
                new Permit(Author.staff("aino", clock), grants, tree, needed).hand(ctx);
            });
            staff.register(routes, forms, figures, takeBundle, audit);
            routes.get("/sign-in", ctx -> ctx.html(views.signIn(Language.of(ctx).locale(), "c", Optional.empty(), "")));
            routes.get(
                    "/account",
                    ctx -> ctx.html(views.account(Language.of(ctx).locale(), "c", account(Optional.empty()))));
            routes.get(
                    "/account-again",
                    ctx -> ctx.html(views.account(
                            Language.of(ctx).locale(), "c", account(Optional.of(SignInMessage.OLD_WRONG)))));
            routes.get(
                    "/password",
                    ctx -> ctx.html(views.password(Language.of(ctx).locale(), "c", "t0ken", Optional.empty(), "aino")));
            routes.get(
                    "/sign-in-again",
                    ctx -> ctx.html(
                            views.signIn(Language.of(ctx).locale(), "c", Optional.of("sign-in.wrong"), "aino")));
            routes.get(
                    "/setup",
                    ctx -> ctx.html(views.setup(Language.of(ctx).locale(), "c", "t0ken", Optional.empty(), "")));
            routes.exception(
                    FormRefusedException.class,
                    (e, ctx) -> ctx.status(e.reason().status())
                            .html(views.message(
                                    Language.of(ctx).locale(),
                                    "form."
                                            + e.reason()
                                                    .name()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .replace('_', '-'),
                                    e.reason().status())));
            routes.get("/fault", ctx -> {
                throw new IllegalStateException("planted");
            });
        });
    }

    private static SignInViews.AccountView account(Optional<SignInMessage> message) {
        List<SessionStore.Session> sessions = List.of(
                new SessionStore.Session("a1", NOW.minusSeconds(4_000), NOW, "Firefox, Linux", true),
                new SessionStore.Session(
                        "b2", NOW.minusSeconds(200_000), NOW.minusSeconds(90_000), "Safari, iPhone", false),
                new SessionStore.Session("c3", NOW.minusSeconds(500_000), NOW.minusSeconds(9_000), "", false));
        return new SignInViews.AccountView("aino", sessions, message);
    }

    String url(String path) {
        return "http://127.0.0.1:" + web.port() + path;
    }

    void at(Instant now) {
        time.set(now);
    }

    void place(String id, String parent, String fi, String sv, String en) {
        assertThat(locations.add(
                        new Place(id, Texts.of(fi, sv, en), parent, "Europe/Helsinki"), Author.staff("aino", clock)))
                .isEqualTo(LocationStore.Added.NEW);
    }

    /** From now on five faces are asked in the branch. */
    void fiveFaces(String location) {
        List<Texts> faces = new ArrayList<>();
        List.of("Erinomaisesti", "Hyvin", "Siltä väliltä", "Huonosti", "Erittäin huonosti")
                .forEach(word -> faces.add(Texts.of(word, word, word)));
        Question question = new Question("visit", 1, Texts.of("Viihdyitkö?", "Trivdes du?", "Did you like it?"), faces);
        asks(location, new Questionnaire("five", 1, List.of(question)));
    }

    /** From now on this is asked in the branch. */
    void asks(String location, Questionnaire questionnaire) {
        assertThat(questionnaires.publish(new Publication(location, questionnaire), Author.staff("aino", clock)))
                .isInstanceOf(QuestionnaireStore.Outcome.Published.class);
    }

    /** A new terminal that stands there from now on. */
    Stand terminal(String location, String name) {
        String code = enrol.code(new CodeRequest(location, name), Author.staff("aino", clock))
                .orElseThrow()
                .code();
        EnrolTerminal.Outcome outcome = enrol.enrol(new EnrolmentRequest(code, SECRET, "0.1.0"), "here");
        String id = ((EnrolTerminal.Outcome.Enrolled) outcome).enrolment().terminal();
        return new Stand(id, UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** So many more responses at noon of a day, as if they had come one by one. */
    void million(String location, String terminal, LocalDate day) throws SQLException {
        long number = locations.find(location).orElseThrow().num();
        long stand = ((TerminalStore.SignIn.Known) terminals.signIn(terminal + "." + SECRET))
                .terminal()
                .num();
        long hour = day.toEpochDay() * 24 + 12;
        db.write(handle -> {
            long question = handle.createQuery("select num from question where key = 'service@1'")
                    .mapTo(Long.class)
                    .one();
            Tally tally = new Tally();
            for (int i = 0; i < 1_234_567; i++) {
                tally.add(number, question, hour, stand, 1 + i % 4);
            }
            TallyStore.move(handle.getConnection(), tally);
            Arrivals arrivals = new Arrivals();
            arrivals.received(number, day.toEpochDay(), stand, 1_234_567);
            ArrivalStore.move(handle.getConnection(), arrivals);
            return true;
        });
    }

    /** One press. */
    record Pressed(Instant at, String question, int option) {}

    /** A terminal that sends what was pressed. */
    final class Stand {
        final String id;
        private final UUID journal;
        private long last;

        Stand(String id, UUID journal) {
            this.id = id;
            this.journal = journal;
        }

        /** Sends presses, oldest first; {@code held} more are stored on the terminal and not sent. */
        void sends(List<Pressed> presses, Instant received, long held, String... problems) {
            for (int from = 0; from == 0 || from < presses.size(); from += BATCH) {
                List<Pressed> part = presses.subList(from, Math.min(presses.size(), from + BATCH));
                long after = from + part.size() == presses.size() ? held : 0;
                send(part, received, new Heartbeat("0.1.0", "", after, List.of(problems)));
            }
        }

        void sends(Pressed... presses) {
            sends(List.of(presses), clock.instant(), 0);
        }

        /** Says that it could not show its newest config. */
        void refuses(String why, String... problems) {
            Optional<Heartbeat.Refusal> refusal = Optional.of(new Heartbeat.Refusal("c2", why));
            send(List.of(), clock.instant(), new Heartbeat("0.1.0", "c1", 0, List.of(problems), refusal));
        }

        /** Says nothing but which machine it is. */
        void callsFrom(String unit, Instant received) {
            send(List.of(), received, new Heartbeat("0.1.0", "c1", 0, List.of(), Optional.empty(), Optional.of(unit)));
        }

        /** Machines with copies of its card call by turns. */
        void takesTurns(String... units) {
            for (int turn = 0; turn < 2; turn++) {
                for (String unit : units) {
                    callsFrom(unit, clock.instant());
                }
            }
        }

        /** Another machine takes over by an enrolment. */
        void isSwapped() {
            EnrolTerminal.SwapCode.Made made =
                    (EnrolTerminal.SwapCode.Made) enrol.codeFor(id, Author.staff("aino", clock));
            EnrolmentRequest request = new EnrolmentRequest(made.code().code(), SECRET, "0.1.0");
            assertThat(enrol.enrol(request, "here")).isInstanceOf(EnrolTerminal.Outcome.TookOver.class);
        }

        /** What it writes to a stick: so many presses, which the server does not hold yet. */
        byte[] bundle(int presses) {
            PressTime at = new PressTime(new UUID(1, 1), 1, NOW.toEpochMilli(), true);
            List<Response> responses = new ArrayList<>();
            for (int i = 0; i < presses; i++) {
                last++;
                responses.add(new Response(last, last, "service@1", 1, at));
            }
            Batch batch = new Batch(journal, last, at, responses, new Heartbeat("0.1.0", "", presses, List.of()));
            WireCodec codec = new WireCodec();
            byte[] packed = codec.gzip(codec.write(new Bundle(id, List.of(batch))));
            return BundleFile.sign(id, Secrets.hash(SECRET), packed).bytes();
        }

        void revoke() {
            terminals.revoke(id, Author.staff("aino", clock));
        }

        /** Numbers that never come. */
        void loses(long numbers) {
            last += numbers;
        }

        /** Sends presses of a boot whose clock was never synchronised, from a later one. */
        void sendsWithoutClock(List<Pressed> presses, Instant received) {
            Instant boot = presses.getFirst().at();
            send(presses, received.minusSeconds(60), new Clocks(boot, false), received, WELL);
        }

        /** Sends the newest number again with another answer, as a copied card does. */
        void repeatsOtherwise(Pressed press, Instant received) {
            last--;
            sends(List.of(press), received, 0);
        }

        private void send(List<Pressed> presses, Instant received, Heartbeat heartbeat) {
            Instant boot = presses.isEmpty() ? received : presses.getFirst().at();
            send(presses, boot, new Clocks(boot, true), received, heartbeat);
        }

        /** A boot that began then. */
        private record Clocks(Instant began, boolean trusted) {
            PressTime at(Instant moment) {
                return new PressTime(
                        new UUID(began.toEpochMilli(), trusted ? 1 : 0),
                        moment.toEpochMilli() - began.toEpochMilli(),
                        began.toEpochMilli(),
                        trusted);
            }
        }

        private void send(
                List<Pressed> presses, Instant sentBoot, Clocks clocks, Instant received, Heartbeat heartbeat) {
            List<Response> responses = new ArrayList<>(presses.size());
            for (Pressed press : presses) {
                last++;
                responses.add(new Response(last, last, press.question(), press.option(), clocks.at(press.at())));
            }
            PressTime sent = new Clocks(sentBoot, true).at(received);
            Batch batch = new Batch(journal, last + heartbeat.pending(), sent, responses, heartbeat);
            long number = ((TerminalStore.SignIn.Known) terminals.signIn(id + "." + SECRET))
                    .terminal()
                    .num();
            try {
                assertThat(ingest.offer(number, batch, new Arrival.Now(received.toEpochMilli()), Duration.ofSeconds(30))
                                .orElseThrow()
                                .get())
                        .isInstanceOf(IngestOutcome.Stored.class);
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        web.close();
        ingest.close();
        db.close();
    }
}
