package hymio.wire;

import static hymio.wire.Samples.assertRefused;
import static hymio.wire.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffPinTest {
    private static final String SALT = Base64.getEncoder().encodeToString(new byte[16]);
    private static final String HASH = Base64.getEncoder().encodeToString(new byte[32]);
    private static final StaffPin PIN = new StaffPin(SALT, 100_000, HASH);
    private static final String JSON = json(PIN);

    @Test
    void pinReadsBackEqualAndNeverShowsInText() {
        assertThat(Samples.read(JSON, StaffPin.class)).isEqualTo(PIN);
        assertThat(PIN.toString()).doesNotContain(SALT).doesNotContain(HASH);
        assertThat(new PinRequest("246813").toString()).doesNotContain("246813");
    }

    @Test
    void saltIterationsAndHashHaveTheirSizes() {
        assertRefused(JSON.replace(SALT, HASH), StaffPin.class, "salt must be 16 bytes");
        assertRefused(JSON.replace(HASH, SALT), StaffPin.class, "hash must be 32 bytes");
        assertRefused(JSON.replace(SALT, "?"), StaffPin.class, "salt must be base64");
        assertRefused(JSON.replace(":100000", ":9999"), StaffPin.class, "iterations must be from 10000 to 2000000");
        assertRefused(JSON.replace(":100000", ":2000001"), StaffPin.class, "iterations must be from 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "0000000000"})
    void sixToTenDigitsMayBeSet(String pin) {
        assertThat(Samples.read("{\"pin\":\"" + pin + "\"}", PinRequest.class).pin())
                .isEqualTo(pin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12345678901", "12345a", "123 456", "١٢٣٤٥٦", "-12345"})
    void otherPinsAreRefusedAndNotRepeated(String pin) {
        assertRefused("{\"pin\":\"" + pin + "\"}", PinRequest.class, "pin must be 6 to 10 digits");
    }

    @Test
    void pinThatIsNoTextIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> Samples.read("{\"pin\":246813}", PinRequest.class))
                .isInstanceOf(BadWireException.class)
                .hasMessageContaining("pin")
                .message()
                .doesNotContain("246813");
    }
}
