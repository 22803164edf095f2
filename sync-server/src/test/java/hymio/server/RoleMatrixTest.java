package hymio.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.server.access.Account;
import hymio.server.access.Grant;
import hymio.server.access.ManageStaff;
import hymio.server.access.Need;
import hymio.server.access.PasswordLink;
import hymio.server.access.Role;
import hymio.server.access.Secrets;
import hymio.server.access.SessionStore;
import hymio.server.audit.Author;
import hymio.server.db.Db;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.Publication;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import io.javalin.Javalin;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route by every role, inside and outside of its branch, over real sockets. What is expected follows from the
 * need that the route declares; how each is asked stands in {@link #ask}, so a new route fails here until somebody says
 * so.
 */
class RoleMatrixTest {
    private static final String INSIDE = "kirjasto-ita";
    private static final String OUTSIDE = "uimahalli";
    private static final List<String> TARGETS = List.of(INSIDE, OUTSIDE, "no-such-place", "");
    private static final String CSRF = "c".repeat(43);
    private static final String SIGN_IN = "/sign-in";

    private static TestServer server;
    private static final Map<String, Need> needs = new TreeMap<>();
    private static final Map<String, Enrolled> terminals = new HashMap<>();
    private static int made;

    /** Somebody with one role somewhere, as a script and as a person. */
    private record Caller(String name, Optional<Grant> grant, String token, String session) {
        boolean may(Need.In need, String target) {
            return grant.filter(it -> it.role().covers(need.role()))
                    .filter(it -> need.where() == Need.Where.SOMEWHERE
                            || it.location().isEmpty()
                            || target.equals(INSIDE))
                    .isPresent();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        try (Db db = TestDatabase.open(folder);
                Features features = new Features(db, new WireCodec(), new TestClock(), 20)) {
            Javalin javalin = Javalin.create(config -> Routes.register(config.routes, features));
            javalin.unsafe.internalRouter.allHttpHandlers().stream()
                    .map(parsed -> parsed.endpoint)
                    .filter(endpoint -> endpoint.method.isHttpMethod())
                    .forEach(endpoint -> {
                        Roles roles = endpoint.metadata(Roles.class);
                        Set<? extends RouteRole> declared = roles == null ? Set.of() : roles.getRoles();
                        assertThat(declared)
                                .as(endpoint.path + " declares a need")
                                .hasSize(1);
                        needs.put(endpoint.method.name() + " " + endpoint.path, (Need)
                                declared.iterator().next());
                    });
        }
        server = new TestServer();
        server.location("kaupunki", "", "UTC");
        server.location("kirjastot", "kaupunki", "UTC");
        server.location(INSIDE, "kirjastot", "UTC");
        server.location(OUTSIDE, "kaupunki", "UTC");
        terminals.put(INSIDE, server.enrolled(INSIDE));
        terminals.put(OUTSIDE, server.enrolled(OUTSIDE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onlyTheseAreOpenToEverybody() {
        assertThat(open(Need.Open.EVERYONE))
                .containsExactly(
                        "GET /api/openapi.json",
                        "GET /assets/{hash}/{name}",
                        "GET /healthz",
                        "GET /readyz",
                        "GET /setup",
                        "GET /sign-in",
                        "POST /setup",
                        "POST /sign-in",
                        "POST /sign-out");
        assertThat(open(Need.Open.TERMINAL))
                .containsExactly("GET /api/v1/config", "POST /api/v1/batches", "POST /api/v1/enrolments");
    }

    private static Set<String> open(Need need) {
        Set<String> routes = new TreeSet<>();
        needs.forEach((route, declared) -> {
            if (declared == need) {
                routes.add(route);
            }
        });
        return routes;
    }

    @Test
    void tokenOfAScriptIsNoTerminal() {
        String token = server.token("no terminal", Grant.EVERYTHING);
        for (String path : List.of(Wire.CONFIG, Wire.BATCHES)) {
            Request.Builder request = server.terminal(path, token);
            if (path.equals(Wire.BATCHES)) {
                request.post(json("{}"));
            }
            assertThat(server.send(request.build()).status()).as(path).isEqualTo(401);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRouteByEveryRoleInsideAndOutside() {
        List<Caller> callers = callers();
        return needs.entrySet().stream().flatMap(entry -> switch (entry.getValue()) {
            case Need.Open unused -> Stream.empty();
            case Need.Self unused ->
                callers.stream()
                        .map(caller -> dynamicTest(
                                entry.getKey() + " by " + caller,
                                () -> assertThat(outcome(entry.getKey(), caller, ""))
                                        .isEqualTo("allowed")));
            case Need.In need ->
                callers.stream()
                        .flatMap(caller -> targets(entry.getKey(), need).stream()
                                .map(target -> dynamicTest(
                                        entry.getKey() + " by " + caller + " at \"" + target + "\"",
                                        () -> assertThat(outcome(entry.getKey(), caller, target))
                                                .isEqualTo(caller.may(need, target) ? "allowed" : "denied"))));
        });
    }

    @TestFactory
    Stream<DynamicTest> nobodyComesInWithoutCredentials() {
        Caller nobody = new Caller("nobody", Optional.empty(), "hymio_none", "n".repeat(43));
        return needs.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Need.Open))
                .map(entry -> dynamicTest(
                        entry.getKey(),
                        () -> assertThat(outcome(entry.getKey(), nobody, INSIDE))
                                .isEqualTo("unknown")));
    }

    private static List<String> targets(String route, Need.In need) {
        if (route.endsWith("/bundles")) {
            return List.of(INSIDE, OUTSIDE); // of an unknown terminal nothing can be said
        }
        return switch (need.where()) {
            case SOMEWHERE -> List.of("");
            case TERMINAL -> List.of(INSIDE, OUTSIDE, "no-such-place");
            default -> TARGETS;
        };
    }

    private static List<Caller> callers() {
        List<Caller> callers = new ArrayList<>();
        callers.add(caller("nobody's role", Optional.empty()));
        for (Role role : Role.values()) {
            callers.add(
                    caller(role.word() + " of the libraries", Optional.of(new Grant(role, Optional.of("kirjastot")))));
            callers.add(caller(role.word() + " everywhere", Optional.of(new Grant(role, Optional.empty()))));
        }
        return callers;
    }

    /** A token without a role cannot be made; one for a place of its own stands for it. */
    private static Caller caller(String name, Optional<Grant> grant) {
        Author by = Author.command(server.clock);
        try (Db db = server.database()) {
            Secrets secrets = new Secrets(new SecureRandom());
            ManageStaff staff = new ManageStaff(db, new PasswordLink(db, secrets, server.clock));
            staff.add(name, grant.orElse(Grant.EVERYTHING), by);
            if (grant.isEmpty()) {
                staff.role(name, Optional.empty(), Optional.empty(), by);
            }
            long num = db.<Long, RuntimeException>read(handle -> handle.createQuery("select max(num) from account")
                    .mapTo(Long.class)
                    .one());
            String session = new SessionStore(db, secrets, server.clock).begin(new Account(num, name), "");
            Optional<String> token = grant.map(it -> server.token(name, it));
            return new Caller(name, grant, token.orElse(""), session);
        }
    }

    private static String outcome(String route, Caller caller, String target) {
        boolean api = route.contains("/api/") || route.equals("GET /metrics");
        if (api && caller.token().isEmpty()) {
            return "denied"; // tokens have a role
        }
        Request.Builder request = ask(route, target);
        if (api) {
            request.header("Authorization", "Bearer " + caller.token());
        } else {
            request.header("Cookie", "session=" + caller.session() + "; csrf=" + CSRF)
                    .header("Origin", "http://127.0.0.1:" + server.port())
                    .header("Accept", "text/html")
                    .header("Accept-Language", "fi");
        }
        Answer answer = server.send(request.build());
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        if (answer.status() == 401 || answer.text().contains("Kirjaudu sisään")) {
            return "unknown";
        }
        boolean denied = answer.status() == 403 && (api ? answer.problem().equals("forbidden") : true)
                || answer.text().contains("johon sinulla ei ole oikeutta");
        if (denied && !api) {
            assertThat(answer.headers().get("Content-Type")).contains("text/html");
        }
        return denied ? "denied" : "allowed";
    }

    /** A request of a route about a location; may be nonsense in all else. */
    private static Request.Builder ask(String route, String target) {
        String path = route.substring(route.indexOf(' ') + 1);
        String terminal =
                Optional.ofNullable(terminals.get(target)).map(Enrolled::id).orElse("t-none");
        return switch (route) {
            case "GET /",
                    "GET /account",
                    "GET /audit",
                    "GET /bundles",
                    "GET /metrics",
                    "GET /api/v1/locations",
                    "GET /api/v1/terminals" -> server.request(path);
            case "POST /account/password", "POST /account/sessions" ->
                server.request(path)
                        .post(new FormBody.Builder()
                                .add("csrf", CSRF)
                                .add("session", "none")
                                .build());
            case "GET /places/{id}" -> server.request("/places/" + segment(target));
            case "GET /api/v1/locations/{id}/settings/{setting}" -> setting(target);
            case "PUT /api/v1/locations/{id}/settings/{setting}" ->
                setting(target).put(json("{}"));
            case "DELETE /api/v1/locations/{id}/settings/{setting}" ->
                setting(target).delete();
            case "POST /api/v1/locations" ->
                server.request(path).post(json(new String(server.codec.write(place(target)), UTF_8)));
            case "POST /api/v1/codes" ->
                server.request(path).post(json("{\"location\":\"" + segment(target) + "\",\"name\":\"x\"}"));
            case "POST /api/v1/questionnaires" -> server.request(path).post(publication(target));
            case "GET /api/v1/results" -> server.request(path + "?location=" + target);
            case "GET /api/v1/terminals/{id}/conflicts" -> server.request(path.replace("{id}", terminal));
            case "POST /api/v1/terminals/{id}/codes", "POST /api/v1/terminals/{id}/revoke" ->
                server.request(path.replace("{id}", terminal)).post(RequestBody.create(new byte[0]));
            case "POST /api/v1/bundles" -> server.request(path).post(octets(bundle(target)));
            case "POST /bundles" ->
                server.request(path)
                        .post(new MultipartBody.Builder()
                                .setType(MultipartBody.FORM)
                                .addFormDataPart("csrf", CSRF)
                                .addFormDataPart("file", "a.hymio", octets(bundle(target)))
                                .build());
            default -> throw new AssertionError("say here how " + route + " is asked about a location");
        };
    }

    /** Ids in messages and paths are never empty. */
    private static String segment(String target) {
        return target.isEmpty() ? "no-such-place" : target;
    }

    private static Request.Builder setting(String target) {
        return server.request(Wire.LOCATIONS + "/" + segment(target) + "/settings/behaviour");
    }

    private static Map<String, Object> place(String parent) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("id", "new-" + made++);
        place.put("name", Texts.of("a", "b", "c"));
        place.put("parent", parent);
        place.put("zone", "UTC");
        return place;
    }

    private static RequestBody publication(String target) {
        return json(new String(server.codec.write(new Publication(segment(target), Questionnaire.BUILT_IN)), UTF_8));
    }

    /** Without a terminal there, one of a terminal that nobody knows. */
    private static byte[] bundle(String target) {
        Enrolled terminal = terminals.getOrDefault(target, new Enrolled("t-none", "t-none.secret"));
        byte[] packed = server.codec.gzip(server.codec.write(new Bundle(terminal.id(), List.of())));
        String secret = terminal.bearer().substring(terminal.bearer().indexOf('.') + 1);
        return BundleFile.sign(terminal.id(), Secrets.hash(secret), packed).bytes();
    }

    private static RequestBody json(String text) {
        return RequestBody.create(text.getBytes(UTF_8), MediaType.get(Wire.JSON));
    }

    private static RequestBody octets(byte[] bytes) {
        return RequestBody.create(bytes, MediaType.get("application/octet-stream"));
    }
}
