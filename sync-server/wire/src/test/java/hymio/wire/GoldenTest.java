package hymio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Question.Kind;
import hymio.wire.Response.Extra;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** The frozen samples of wire version 1. A file here never changes: terminals in the field still speak it. */
class GoldenTest {
    private final WireCodec codec = new WireCodec();

    @Test
    void batchOfVersion1IsReadAndWrittenForEver() throws IOException {
        Batch batch = codec.read(Golden.v1("batch"), Batch.class);
        assertThat(batch.journal()).isEqualTo(WireCodecTest.JOURNAL);
        assertThat(batch.last()).isEqualTo(9);
        assertThat(batch.responses()).extracting(Response::number).containsExactly(5L, 6L, 8L);
        assertThat(batch.responses()).extracting(Response::option).containsExactly(1, 4, 2);
        assertThat(batch.responses().get(2).time()).isEqualTo(new PressTime(WireCodecTest.JOURNAL, 40, 99, false));
        assertThat(batch.heartbeat().problems()).containsExactly("gpio-absent");
        assertThat(codec.write(batch))
                .asString()
                .isEqualTo(new String(Golden.v1("batch"), StandardCharsets.UTF_8).strip());
    }

    @Test
    void receiptOfVersion1IsReadAndWrittenForEver() throws IOException {
        Receipt receipt = codec.read(Golden.v1("receipt"), Receipt.class);
        assertThat(receipt.settled()).containsExactly(new Receipt.Range(5, 6));
        assertThat(receipt.conflicts()).isEqualTo(List.of(8L));
        assertThat(codec.write(receipt))
                .asString()
                .isEqualTo(new String(Golden.v1("receipt"), StandardCharsets.UTF_8).strip());
    }

    @Test
    void configOfVersion1IsReadAndWrittenForEver() throws IOException {
        Config config = codec.read(Golden.v1("config"), Config.class);
        assertThat(config.place().zone()).isEqualTo("Europe/Helsinki");
        assertThat(config.questionnaire().key()).isEqualTo("built-in@1");
        assertThat(config.questionnaire().languages()).containsExactly("fi", "sv", "en");
        assertThat(config.questionnaire().questions()).singleElement().satisfies(question -> {
            assertThat(question.text().in("sv")).isEqualTo("Hur gick ditt ärende i dag?");
            assertThat(question.faces()).hasSize(4);
        });
        assertThat(codec.read(codec.write(config), Config.class)).isEqualTo(config);
    }

    @Test
    void visitOfVersion1IsReadAndWrittenForEver() throws IOException {
        Batch batch = codec.read(Golden.v1("batch-visit"), Batch.class);
        assertThat(batch.responses())
                .extracting(Response::visit)
                .containsExactly(11L, 11L, 11L, 11L, 11L, 16L, 16L, 18L, 18L);
        assertThat(batch.responses().get(4).extra()).isEqualTo(Extra.commented("Jono oli pitkä, mutta kiitos."));
        assertThat(batch.responses().get(6).extra()).isEqualTo(Extra.takingBack(16));
        assertThat(batch.responses().get(8).extra()).isEqualTo(Extra.misused(1));
        assertThat(batch.heartbeat().refused()).map(Heartbeat.Refusal::config).contains("c2");
        assertWritesBack("batch-visit", batch);
    }

    @Test
    void configOfAVisitOfVersion1IsReadAndWrittenForEver() throws IOException {
        Config config = codec.read(Golden.v1("config-visit"), Config.class);
        assertThat(config.questionnaire().questions())
                .extracting(Question::kind)
                .containsExactly(Kind.FACES, Kind.CHOICES, Kind.CHOICE, Kind.SCALE, Kind.COMMENT);
        assertThat(config.questionnaire().questions().get(1).after()).contains(List.of(3, 4));
        assertThat(config.questionnaire().languages()).containsExactly("fi", "fi-simple", "sv", "en");
        assertThat(config.behaviour().flatMap(Behaviour::sleep)).contains(new Behaviour.Sleep("21:00", "07:30"));
        assertWritesBack("config-visit", config);
    }

    /** The PIN of the sample is 246813: what a server hashed must open every terminal's menu, whoever wrote which. */
    @Test
    void staffPinOfVersion1IsPbkdf2WithHmacSha256() throws Exception {
        StaffPin pin =
                codec.read(Golden.v1("config-visit"), Config.class).staffPin().orElseThrow();
        byte[] salt = Base64.getDecoder().decode(pin.salt());
        KeySpec digits = new PBEKeySpec("246813".toCharArray(), salt, pin.iterations(), 8 * StaffPin.HASH_BYTES);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(digits)
                .getEncoded();
        assertThat(pin.hash()).isEqualTo(Base64.getEncoder().encodeToString(hash));
    }

    @Test
    void settingOfVersion1IsReadAndWrittenForEver() throws IOException {
        Setting setting = codec.read(Golden.v1("setting"), Setting.class);
        assertThat(setting.from()).contains("kaupunki");
        assertWritesBack("setting", setting);
    }

    private void assertWritesBack(String name, Object message) throws IOException {
        assertThat(codec.write(message))
                .asString()
                .isEqualTo(new String(Golden.v1(name), StandardCharsets.UTF_8).strip());
    }

    @Test
    void enrolmentOfVersion1IsReadForEver() throws IOException {
        EnrolmentRequest request = codec.read(Golden.v1("enrolment-request"), EnrolmentRequest.class);
        assertThat(request.code()).isEqualTo("ABCDEFGHJKLM");
        Enrolment answer = codec.read(Golden.v1("enrolment"), Enrolment.class);
        assertThat(answer.terminal()).isEqualTo("t-4k7m2p9x");
    }

    @Test
    void problemOfVersion1IsReadForEver() throws IOException {
        assertThat(codec.read(Golden.v1("problem"), Problem.class).word()).isEqualTo("code-used");
    }
}
