package hymio.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.TestServer;
import hymio.server.TestServer.Enrolled;
import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.EnrolmentCode;
import hymio.wire.Publication;
import hymio.wire.Questionnaire;
import hymio.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuditTest {
    private TestServer server;
    private Db db;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        db = server.database();
    }

    @AfterEach
    void stop() {
        db.close();
        server.close();
    }

    /** Who, what, subject, location, before and after of each line, the oldest first. */
    private List<String> lines() {
        return new AuditLog(db)
                .newest(Optional.empty(), Long.MAX_VALUE, 1_000).reversed().stream()
                        .map(it -> String.join(
                                "|",
                                (it.kind() + " " + it.who()).strip(),
                                it.what(),
                                it.subject(),
                                it.location(),
                                it.before(),
                                it.after()))
                        .toList();
    }

    private String last() {
        return lines().getLast();
    }

    @Test
    void everyChangeOfAScriptIsNotedWithItsToken() {
        assertThat(last()).isEqualTo("command|token-add|test|||administrator");
        server.location("kirjasto", "", "UTC");
        assertThat(last()).isEqualTo("token test|location-add|kirjasto|kirjasto||kirjasto");
        Enrolled terminal = server.enrolled("kirjasto");
        assertThat(lines().get(2)).isEqualTo("token test|code-make|Terminal at kirjasto|kirjasto||");
        assertThat(last())
                .isEqualTo("terminal " + terminal.id() + "|terminal-enrol|" + terminal.id()
                        + "|kirjasto||Terminal at kirjasto");
        String behaviour = Wire.LOCATIONS + "/kirjasto" + Wire.SETTINGS + "/behaviour";
        server.put(behaviour, behaviour(true));
        assertThat(last())
                .startsWith("token test|setting-set|behaviour|kirjasto||{")
                .contains("\"discreet\":true");
        server.put(behaviour, behaviour(false));
        assertThat(last()).contains("\"discreet\":true", "|{");
        server.delete(behaviour);
        assertThat(last())
                .startsWith("token test|setting-remove|behaviour|kirjasto|{")
                .endsWith("|");
        server.post(Wire.QUESTIONNAIRES, new Publication("kirjasto", Questionnaire.BUILT_IN));
        String key = Questionnaire.BUILT_IN.key();
        assertThat(last()).isEqualTo("token test|questionnaire-publish|" + key + "|kirjasto|" + key + "|" + key);
        server.bundle(bundle(terminal));
        assertThat(last()).isEqualTo("token test|bundle-take|" + terminal.id() + "|kirjasto||0");
        String code = server.post(Wire.TERMINALS + "/" + terminal.id() + "/codes", Map.of())
                .as(EnrolmentCode.class)
                .code();
        server.enrol(code, "n".repeat(43));
        assertThat(last()).contains("|terminal-swap|" + terminal.id());
        server.post(Wire.TERMINALS + "/" + terminal.id() + "/revoke", Map.of());
        assertThat(last()).isEqualTo("token test|terminal-revoke|" + terminal.id() + "|kirjasto||Terminal at kirjasto");
    }

    private static String behaviour(boolean discreet) {
        return "{\"discreet\":" + discreet + ",\"roundMinutes\":15,\"idleSeconds\":30,\"volumePercent\":40}";
    }

    private byte[] bundle(Enrolled terminal) {
        byte[] packed = server.codec.gzip(server.codec.write(new Bundle(terminal.id(), List.of())));
        String secret = terminal.bearer().substring(terminal.bearer().indexOf('.') + 1);
        return BundleFile.sign(terminal.id(), Secrets.hash(secret), packed).bytes();
    }

    @Test
    void whatChangedNothingIsNotNoted() {
        server.location("kirjasto", "", "UTC");
        Enrolled terminal = server.enrolled("kirjasto");
        server.post(Wire.TERMINALS + "/" + terminal.id() + "/revoke", Map.of());
        int before = lines().size();
        server.location("kirjasto", "", "UTC");
        server.location("kirjasto", "", "Europe/Helsinki");
        server.location("x", "nowhere", "UTC");
        server.post(Wire.TERMINALS + "/" + terminal.id() + "/revoke", Map.of());
        server.post(Wire.TERMINALS + "/t-none/revoke", Map.of());
        server.delete(Wire.LOCATIONS + "/kirjasto" + Wire.SETTINGS + "/look");
        server.enrol("AAAA-BBBB-CCCC", "s".repeat(43));
        server.bundle(new byte[] {1});
        assertThat(lines()).hasSize(before);
    }

    @Test
    void pinIsNeverInTheLog() {
        server.location("kirjasto", "", "UTC");
        String pin = Wire.LOCATIONS + "/kirjasto" + Wire.SETTINGS + "/staff-pin";
        server.put(pin, "{\"pin\":\"493817\"}");
        server.put(pin, "{\"pin\":\"493818\"}");
        assertThat(last()).isEqualTo("token test|setting-set|staff-pin|kirjasto|…|…");
    }

    @Test
    @Tag("sqlite")
    void changeAndItsLineAreKeptTogetherOrNotAtAll() {
        db.change(handle -> handle.execute(
                "create trigger full before insert on audit" + " begin select raise(abort, 'planted'); end"));
        assertThat(server.location("kirjasto", "", "UTC").status()).isGreaterThanOrEqualTo(500);
        db.change(handle -> handle.execute("drop trigger full"));
        assertThat(server.get(Wire.LOCATIONS).text()).isEqualTo("{\"locations\":[]}");
        assertThatThrownBy(() -> db.change(handle -> {
                    AuditLog.note(handle, Author.command(server.clock), Change.made(What.TOKEN_ADD, "planted", "", ""));
                    throw new IllegalStateException("planted");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lines()).noneMatch(line -> line.contains("planted"));
    }

    @Test
    void longWordsAreCutAndNeverInTheMiddleOfALetter() {
        Change change = Change.made(What.LOCATION_ADD, "x".repeat(198) + "😀😀", "", "y".repeat(10_000));
        assertThat(change.subject()).isEqualTo("x".repeat(198) + "…");
        assertThat(change.after()).hasSize(Change.LONGEST);
    }

    @Test
    void branchIsReadWithoutTheRestAndPageByPage() {
        server.location("a", "", "UTC");
        server.location("b", "", "UTC");
        server.location("c", "", "UTC");
        AuditLog log = new AuditLog(db);
        assertThat(log.newest(Optional.of(Set.of("a", "c")), Long.MAX_VALUE, 9))
                .extracting(AuditLog.Entry::subject)
                .containsExactly("c", "a");
        assertThat(log.newest(Optional.of(Set.of()), Long.MAX_VALUE, 9)).isEmpty();
        List<AuditLog.Entry> newest = log.newest(Optional.empty(), Long.MAX_VALUE, 2);
        assertThat(log.newest(Optional.empty(), newest.getLast().num(), 1)
                        .getFirst()
                        .subject())
                .isEqualTo("a");
    }
}
