package hymio.kiosk.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.StaffPin;
import org.junit.jupiter.api.Test;

class PinCheckTest {
    /** 246810, hashed by another implementation (Python's hashlib). */
    static final StaffPin PIN =
            new StaffPin("AAECAwQFBgcICQoLDA0ODw==", 10_000, "B+8z+vxrVJ/+55lMKQ9tSNd9qHlSozVLIr1bHXwonAo=");

    @Test
    void pinThatTheServerHashedIsRight() {
        assertThat(PinCheck.right(PIN, "246810")).isTrue();
    }

    @Test
    void everyOtherPinIsWrong() {
        assertThat(PinCheck.right(PIN, "246811")).isFalse();
        assertThat(PinCheck.right(PIN, "0246810")).isFalse();
        assertThat(PinCheck.right(PIN, "24681")).isFalse();
        assertThat(PinCheck.right(PIN, "")).isFalse();
    }
}
