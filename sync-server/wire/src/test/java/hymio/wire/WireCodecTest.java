package hymio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireCodecTest {
    static final UUID JOURNAL = UUID.fromString("7b0f3c1e-8f7a-4a53-9b5e-1c6f0e5c2a11");
    static final UUID BOOT = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
    static final PressTime SENT = new PressTime(BOOT, 600_000, 1_795_000_000_000L, true);
    static final Heartbeat WELL = new Heartbeat("0.1.0", "c1", 3, List.of());

    private final WireCodec codec = new WireCodec();

    static Response response(long number, int option, long uptime) {
        return new Response(number, number, "service@1", option, new PressTime(BOOT, uptime, 1_795_000_000_000L, true));
    }

    private Batch read(String json) {
        return codec.read(json.getBytes(StandardCharsets.UTF_8), Batch.class);
    }

    private String batchJson() {
        Batch batch = new Batch(JOURNAL, 9, SENT, List.of(response(5, 1, 1000), response(6, 4, 2000)), WELL);
        return new String(codec.write(batch), StandardCharsets.UTF_8);
    }

    @Test
    void batchReadsBackEqualWithHolesAndSeveralClocks() {
        Response otherBoot = new Response(9, 4, "service@2", 0, new PressTime(JOURNAL, 5, 77, false));
        Batch batch = new Batch(JOURNAL, 12, SENT, List.of(response(3, 1, 10), response(4, 2, 20), otherBoot), WELL);
        assertThat(codec.read(codec.write(batch), Batch.class)).isEqualTo(batch);
    }

    @Test
    void emptyBatchIsAHeartbeat() {
        Batch batch = new Batch(JOURNAL, 0, SENT, List.of(), WELL);
        assertThat(codec.read(codec.write(batch), Batch.class)).isEqualTo(batch);
    }

    @Test
    void numberStandsOnlyWhereItDoesNotFollow() {
        assertThat(batchJson()).contains("\"number\":5").doesNotContain("\"number\":6");
    }

    @Test
    void hundredResponsesTakeAtMostElevenBytesEachOnTheWire() {
        Random random = new Random(1);
        List<Response> responses = new ArrayList<>();
        long uptime = 4_000_000;
        for (int i = 0; i < Limits.BATCH_RESPONSES / 10; i++) {
            uptime += 500 + random.nextInt(360_000);
            responses.add(response(1000 + i, 1 + Math.min(random.nextInt(6) / 2, 3), uptime));
        }
        Batch batch = new Batch(JOURNAL, 2000, SENT, responses, WELL);
        assertThat(codec.gzip(codec.write(batch)).length).isLessThanOrEqualTo(1100);
    }

    @Test
    void unknownFieldsAreIgnored() {
        String json = batchJson().replaceFirst("\\{", "{\"new\":{\"deep\":[1]},");
        assertThat(read(json).responses()).hasSize(2);
    }

    @Test
    void wrongTypesAreNamed() {
        assertBad(batchJson().replace("\"option\":4", "\"option\":\"4\""), "responses[1].option");
        assertBad(batchJson().replace("\"option\":4", "\"option\":4.5"), "responses[1].option");
        assertBad(batchJson().replace("\"option\":4", "\"option\":null"), "responses[1].option");
        assertBad(batchJson().replace("\"option\":4,", ""), "responses[1].option");
        assertBad(batchJson().replace("\"trusted\":true", "\"trusted\":1"), "trusted");
        assertBad(batchJson().replace(JOURNAL.toString(), "not-a-uuid"), "journal");
        assertBad(batchJson().replaceFirst("\"heartbeat\":\\{[^}]*\\}", "\"heartbeat\":null"), "heartbeat");
        assertBad(batchJson().replaceFirst(",\"heartbeat\":\\{[^}]*\\}", ""), "heartbeat");
    }

    @Test
    void messagesSpeakOfTheFieldAndNotOfTheLibrary() {
        assertThatThrownBy(() -> read(batchJson().replace("\"option\":4", "\"option\":\"4\"")))
                .hasMessageContaining("responses[1].option")
                .message()
                .doesNotContain("CoercionConfig");
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        assertBad(batchJson().replace("\"option\":4", "\"option\":100"), "responses[1].option must be from 0 to 99");
        assertBad(batchJson().replace("\"option\":4", "\"option\":99999999999"), "out of range");
        assertBad(batchJson().replace("\"clock\":0", "\"clock\":1"), "responses[0].clock must be from 0 to 0");
        assertBad(batchJson().replace("\"number\":5", "\"number\":0"), "responses[0].number must be from 1");
        assertBad(batchJson().replace("\"number\":5", "\"number\":9"), "last must be at least");
    }

    @Test
    void numbersMustRise() {
        assertThatThrownBy(() -> new Batch(JOURNAL, 9, SENT, List.of(response(6, 1, 1), response(6, 1, 1)), WELL))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("responses[1].number must be higher than 6");
    }

    @Test
    void tooManyResponsesAreRefused() {
        List<Response> many = new ArrayList<>();
        for (int i = 1; i <= Limits.BATCH_RESPONSES + 1; i++) {
            many.add(response(i, 1, i));
        }
        assertThatThrownBy(() -> new Batch(JOURNAL, 9999, SENT, many, WELL))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("responses (count) must be from 0 to 1000");
    }

    @Test
    void brokenTextIsRefused() {
        for (String broken : List.of("", "{", "[]", "null", "nonsense", batchJson() + "x", "{\"journal\":")) {
            assertThatThrownBy(() -> read(broken)).as(broken).isInstanceOf(BadWireException.class);
        }
        assertThatThrownBy(() -> read("[".repeat(5000))).isInstanceOf(BadWireException.class);
    }

    @Test
    void gzipReadsBackAndABrokenOneIsRefused() {
        byte[] plain = batchJson().getBytes(StandardCharsets.UTF_8);
        byte[] packed = codec.gzip(plain);
        assertThat(codec.gunzip(packed)).isEqualTo(plain);
        assertThatThrownBy(() -> codec.gunzip(plain))
                .isInstanceOf(BadWireException.class)
                .hasMessageContaining("not gzip");
        byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> codec.gunzip(half)).isInstanceOf(BadWireException.class);
    }

    @Test
    void gzipBombIsRefused() {
        byte[] bomb = codec.gzip(new byte[Limits.UNPACKED_BYTES + 1]);
        assertThat(bomb.length).isLessThan(Limits.BODY_BYTES);
        assertThatThrownBy(() -> codec.gunzip(bomb))
                .isInstanceOf(BadWireException.class)
                .hasMessageContaining("unpacks to more");
    }

    @Test
    void secretsNeverShowInText() {
        String secret = "s".repeat(43);
        assertThat(new EnrolmentRequest("ABCD-EFGH-JKLM", secret, "0.1.0").toString())
                .doesNotContain(secret)
                .doesNotContain("ABCD");
        assertThat(new EnrolmentCode("ABCD-EFGH-JKLM", "2026-11-22T00:00:00Z").toString())
                .doesNotContain("ABCD");
    }

    @Test
    void codesCompareWithoutCaseSpacesAndHyphens() {
        assertThat(EnrolmentRequest.normal("abcd efgh-jklm")).isEqualTo("ABCDEFGHJKLM");
    }

    @Test
    void textsFallBackFromVariantToLanguageToFinnish() {
        Texts texts = Texts.of("Hyvin", "Bra", "Well");
        assertThat(texts.in("fi-simple")).isEqualTo("Hyvin");
        assertThat(texts.in("sv")).isEqualTo("Bra");
        assertThat(texts.in("so")).isEqualTo("Hyvin");
    }

    private void assertBad(String json, String named) {
        assertThatThrownBy(() -> read(json))
                .as(json)
                .isInstanceOf(BadWireException.class)
                .hasMessageContaining(named);
    }
}
