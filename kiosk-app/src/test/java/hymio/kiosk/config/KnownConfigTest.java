package hymio.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Behaviour;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Heartbeat.Refusal;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownConfigTest {
    @TempDir
    Path path;

    private final WireCodec codec = new WireCodec();
    private Config good;
    private DataFolder folder;

    @BeforeEach
    void open() throws Exception {
        good = codec.read(Golden.v1("config"), Config.class);
        folder = DataFolder.open(path);
    }

    @AfterEach
    void close() throws Exception {
        folder.close();
    }

    private KnownConfig known() {
        return new KnownConfig(folder, codec);
    }

    @Test
    void lastKnownGoodConfigSurvivesARestart() throws Exception {
        assertThat(known().current()).isEmpty();
        known().keep(good);
        assertThat(known().current()).contains(good);
        assertThat(known().refused()).isEmpty();
    }

    @Test
    void damagedConfigGivesWayToTheBuiltInQuestionAndIsSaidToBeRefused() throws Exception {
        Files.writeString(folder.file("config.json"), "{\"version\":");
        KnownConfig damaged = known();
        assertThat(new ConfigInUse(damaged, 50).questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        assertThat(damaged.refused().map(Refusal::config)).contains("config.json");
        damaged.keep(good);
        assertThat(damaged.refused()).isEmpty();
    }

    @Test
    void refusedConfigIsRememberedThroughARestartAndTheGoodOneStays() throws Exception {
        known().keep(good);
        known().refuse("c9", "The field questions[0].kind is wrong");
        assertThat(known().refused()).contains(new Refusal("c9", "The field questions[0].kind is wrong"));
        assertThat(known().current()).contains(good);
    }

    @Test
    void goodConfigEndsTheRefusalForEver() throws Exception {
        known().refuse("c9", "why");
        known().keep(good);
        assertThat(known().refused()).isEmpty();
        known().refuse("c9", "why");
        known().confirm();
        assertThat(known().refused()).isEmpty();
    }

    @Test
    void longReasonIsMadeToFitTheContract() {
        KnownConfig known = known();
        known.refuse("c9", "first\nsecond " + "x".repeat(500));
        assertThat(known.refused().orElseThrow().why())
                .startsWith("first second x")
                .hasSize(200);
        assertThat(known().refused()).isEqualTo(known.refused());
    }

    @Test
    void halfWrittenRefusalIsNone() throws Exception {
        Files.writeString(folder.file("config.refused"), "\n\n");
        assertThat(known().refused()).isEmpty();
    }

    @Test
    void newerConfigIsInUseOnlyWhenNobodyIsThereAndThenAllOfIt() throws Exception {
        KnownConfig known = known();
        ConfigInUse used = new ConfigInUse(known, 35);
        known.keep(good);
        assertThat(used.version()).isEmpty();
        assertThat(used.place("fi")).isEmpty();
        used.renew();
        assertThat(used.version()).isEqualTo(good.version());
        assertThat(used.questionnaire()).isEqualTo(good.questionnaire());
        assertThat(used.place("fi")).isEqualTo("Pääkirjasto · Aula");
    }

    @Test
    void serversVolumeWinsOverTheTerminals() {
        ConfigInUse used = new ConfigInUse(known(), 35);
        assertThat(used.behaviour().volumePercent()).isEqualTo(35);
        assertThat(used.behaviourOf(good).volumePercent()).isEqualTo(35);
        Behaviour loud = new Behaviour(true, 0, 20, 80, Optional.empty());
        Config said = new Config(
                good.version(),
                good.terminal(),
                good.name(),
                good.place(),
                good.questionnaire(),
                Optional.empty(),
                Optional.of(loud),
                Optional.empty());
        assertThat(used.behaviourOf(said)).isEqualTo(loud);
    }
}
