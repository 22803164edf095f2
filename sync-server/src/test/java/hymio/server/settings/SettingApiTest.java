package hymio.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Behaviour;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Look;
import hymio.wire.Publication;
import hymio.wire.Receipt;
import hymio.wire.Setting;
import hymio.wire.StaffPin;
import hymio.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class SettingApiTest {
    private static final String PIN = "{\"pin\":\"246813\"}";

    private TestServer server;
    private Enrolled terminal;
    private Config golden;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("kaupunki", "", "Europe/Helsinki");
        server.location("kirjasto", "kaupunki", "Europe/Helsinki");
        server.location("sali", "kirjasto", "Europe/Helsinki");
        terminal = server.enrolled("sali");
        golden = server.codec.read(Golden.v1("config-visit"), Config.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String path(String location, String setting) {
        return Wire.LOCATIONS + "/" + location + Wire.SETTINGS + "/" + setting;
    }

    private Answer put(String location, String setting, Object value) {
        return server.put(path(location, setting), json(value));
    }

    private String json(Object value) {
        return new String(server.codec.write(value), StandardCharsets.UTF_8);
    }

    private Setting get(String location, String setting) {
        return server.get(path(location, setting)).as(Setting.class);
    }

    private Config config() {
        return server.send(server.terminal(Wire.CONFIG, terminal.bearer()).build())
                .as(Config.class);
    }

    private static Behaviour idle(int seconds) {
        return new Behaviour(false, 0, seconds, 50, Optional.empty());
    }

    @Test
    void goldenConfigReachesTheTerminalWhole() {
        server.post(Wire.QUESTIONNAIRES, new Publication("kaupunki", golden.questionnaire()));
        put("kaupunki", Wire.LOOK, golden.look().orElseThrow());
        put("kirjasto", Wire.BEHAVIOUR, golden.behaviour().orElseThrow());
        Config config = config();
        assertThat(config.questionnaire()).isEqualTo(golden.questionnaire());
        assertThat(config.look()).isEqualTo(golden.look());
        assertThat(config.behaviour()).isEqualTo(golden.behaviour());
        assertThat(config.staffPin()).isEmpty();
    }

    @Test
    void nearestLocationAboveSetsEachByItself() {
        Look look = golden.look().orElseThrow();
        assertThat(put("kaupunki", Wire.BEHAVIOUR, idle(30)).status()).isEqualTo(204);
        put("sali", Wire.LOOK, look);
        assertThat(config().behaviour()).contains(idle(30));
        put("kirjasto", Wire.BEHAVIOUR, idle(40));
        assertThat(config().behaviour()).contains(idle(40));
        assertThat(get("sali", Wire.BEHAVIOUR))
                .isEqualTo(new Setting(true, Optional.of("kirjasto"), Optional.empty(), Optional.of(idle(40))));
        assertThat(get("kaupunki", Wire.BEHAVIOUR).from()).contains("kaupunki");
        assertThat(get("sali", Wire.LOOK).look()).contains(look);
        assertThat(get("kirjasto", Wire.LOOK).set()).isFalse();
        assertThat(server.delete(path("kirjasto", Wire.BEHAVIOUR)).status()).isEqualTo(204);
        assertThat(server.delete(path("kirjasto", Wire.BEHAVIOUR)).status()).isEqualTo(204);
        assertThat(config().behaviour()).contains(idle(30));
        assertThat(config().look()).contains(look);
    }

    @Test
    void configVersionChangesWheneverASettingDoes() {
        UUID journal = UUID.randomUUID();
        String first = config().version();
        put("kaupunki", Wire.BEHAVIOUR, idle(30));
        String second = config().version();
        put("kirjasto", Wire.BEHAVIOUR, idle(30));
        assertThat(config().version()).as("the same from elsewhere").isEqualTo(second);
        put("kirjasto", Wire.BEHAVIOUR, idle(31));
        String third = config().version();
        assertThat(server.send(terminal, Batches.of(journal)).as(Receipt.class).config())
                .isEqualTo(third);
        server.put(path("kaupunki", Wire.STAFF_PIN), PIN);
        String fourth = config().version();
        assertThat(List.of(first, second, third, fourth)).doesNotHaveDuplicates();
        for (String setting : List.of(Wire.BEHAVIOUR, Wire.STAFF_PIN)) {
            server.delete(path("kaupunki", setting));
            server.delete(path("kirjasto", setting));
        }
        assertThat(config().version()).isEqualTo(first);
    }

    @Test
    void pinIsKeptAsAHashThatTerminalsCanCheckAndIsNeverTold() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("hymio");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.TRACE);
        assertThat(server.put(path("kaupunki", Wire.STAFF_PIN), PIN).status()).isEqualTo(204);
        Answer answer = server.get(path("sali", Wire.STAFF_PIN));
        logger.detachAppender(logged);
        logger.setLevel(before);
        assertThat(answer.text()).isEqualTo("{\"set\":true,\"from\":\"kaupunki\"}");
        assertThat(logged.list)
                .isNotEmpty()
                .noneMatch(it -> it.getFormattedMessage().contains("246813"));
        StaffPin pin = config().staffPin().orElseThrow();
        assertThat(pin.iterations()).isGreaterThanOrEqualTo(100_000);
        assertThat(pin.hash()).isEqualTo(hash("246813", pin));
        server.put(path("kaupunki", Wire.STAFF_PIN), PIN);
        assertThat(config().staffPin().orElseThrow().salt()).isNotEqualTo(pin.salt());
        assertThat(server.get(path("sali", Wire.LOOK)).text()).isEqualTo("{\"set\":false}");
    }

    private static String hash(String digits, StaffPin pin) throws Exception {
        KeySpec key =
                new PBEKeySpec(digits.toCharArray(), Base64.getDecoder().decode(pin.salt()), pin.iterations(), 256);
        return Base64.getEncoder()
                .encodeToString(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(key)
                        .getEncoded());
    }

    @Test
    void lookThatCannotBeReadIsRefusedWithTheReason() {
        String pale = json(golden.look().orElseThrow()).replace("#14213D", "#999999");
        Answer answer = server.put(path("kaupunki", Wire.LOOK), pale);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("bad-value");
        assertThat(answer.detail()).isEqualTo("ink has a contrast of 2.7:1 on paper; it needs 4.5:1");
        assertThat(get("kaupunki", Wire.LOOK).set()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "staff-pin,'{\"pin\":\"12345\"}',422,pin must be 6 to 10 digits",
        "staff-pin,'{\"pin\":246813}',400,The field pin is missing or no text",
        "staff-pin,{},400,The field pin is missing",
        "behaviour,{},400,The field discreet is missing",
        "look,[],400,This is not the JSON expected",
    })
    void wrongValuesAreRefusedAndNamed(String setting, String body, int status, String detail) {
        Answer answer = server.put(path("kaupunki", setting), body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).startsWith(detail).doesNotContain("246813", "12345");
    }

    @Test
    void unknownLocationsAndSettingsAreNotFound() {
        for (Answer answer : List.of(
                server.get(path("nowhere", Wire.LOOK)),
                put("nowhere", Wire.BEHAVIOUR, idle(30)),
                server.delete(path("nowhere", Wire.STAFF_PIN)))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.detail()).isEqualTo("There is no location nowhere.");
        }
        assertThat(server.put(path("kaupunki", "colour"), "{}").detail())
                .isEqualTo("There is no setting colour. The settings are look, behaviour and staff-pin.");
    }

    @Test
    void withoutATokenNothingIsToldOrSet() {
        assertThat(server.send(server.request(path("kaupunki", Wire.LOOK)).build())
                        .status())
                .isEqualTo(401);
        assertThat(server.send(server.terminal(path("kaupunki", Wire.LOOK), terminal.bearer())
                                .delete()
                                .build())
                        .status())
                .isEqualTo(401);
    }
}
