package hymio.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestClock;
import hymio.server.TestDatabase;
import hymio.server.db.Db;
import hymio.server.http.Listen;
import hymio.server.http.WebServer;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final Tree TREE = new Tree() {
        @Override
        public Map<String, String> parents() {
            return Map.of("town", "", "library", "town", "hall", "town", "desk", "library");
        }

        @Override
        public Optional<String> placeOf(String terminal) {
            return Optional.empty();
        }
    };

    @TempDir
    Path folder;

    @Test
    void routeThatDeclaresNothingIsNeverReached() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        TestClock clock = new TestClock();
        Secrets secrets = new Secrets(new SecureRandom());
        try (Db db = TestDatabase.open(folder)) {
            Gate gate = new Gate(
                    new SessionGuard(new SessionStore(db, secrets, clock)),
                    new TokenGuard(new TokenStore(db, secrets)),
                    new GrantStore(db),
                    TREE,
                    clock);
            try (WebServer web = WebServer.start(Listen.plain("127.0.0.1", 0), new WireCodec(), clock, routes -> {
                routes.beforeMatched(gate::check);
                routes.get("/forgotten", ctx -> reached.incrementAndGet());
                routes.get("/open", ctx -> ctx.result("open"), Need.Open.EVERYONE);
            })) {
                assertThat(status(web, "/forgotten")).isEqualTo(500);
                assertThat(status(web, "/open")).isEqualTo(200);
            }
        }
        assertThat(reached).hasValue(0);
    }

    private static int status(WebServer web, String path) throws Exception {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + web.port() + path)
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    private static Permit permit(Role needed, Grant... grants) {
        return new Permit(hymio.server.audit.Author.staff("aino", new TestClock()), List.of(grants), TREE, needed);
    }

    @Test
    void roleHoldsForItsBranchAndNothingElse() {
        Permit viewer = permit(Role.VIEWER, new Grant(Role.EDITOR, Optional.of("library")));
        assertThat(List.of("library", "desk")).allMatch(viewer::sees);
        assertThat(List.of("town", "hall", "", "no-such-place")).noneMatch(viewer::sees);
        assertThat(viewer.seen()).contains(java.util.Set.of("library", "desk"));
        assertThat(permit(Role.ADMINISTRATOR, new Grant(Role.EDITOR, Optional.of("library")))
                        .sees("desk"))
                .isFalse();
    }

    @Test
    void strongestRoleAboveCounts() {
        Permit editor = permit(
                Role.EDITOR,
                new Grant(Role.EDITOR, Optional.of("town")),
                new Grant(Role.VIEWER, Optional.of("library")));
        assertThat(editor.sees("desk")).isTrue();
    }

    @Test
    void everywhereIncludesWhatDoesNotStandYet() {
        Permit all = permit(Role.ADMINISTRATOR, Grant.EVERYTHING);
        assertThat(List.of("", "no-such-place", "desk")).allMatch(all::sees);
        assertThat(all.seen()).isEmpty();
    }

    @Test
    void withoutARoleNothingIsSeen() {
        Permit none = permit(Role.VIEWER);
        assertThat(none.somewhere()).isFalse();
        assertThat(none.seen()).contains(java.util.Set.of());
    }
}
