package hymio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
