package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Keys keys = new Keys();

    @Test
    void digitsAndKeypadAreButtons() {
        for (int button = 1; button <= 5; button++) {
            assertThat(keys.pressed(KeyCode.valueOf("DIGIT" + button))).isEqualTo(button);
            assertThat(keys.pressed(KeyCode.valueOf("NUMPAD" + button))).isEqualTo(button);
        }
    }

    @Test
    void otherKeysAreNone() {
        assertThat(new KeyCode[] {KeyCode.DIGIT0, KeyCode.DIGIT6, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.UNDEFINED})
                .allSatisfy(key -> assertThat(keys.pressed(key)).isEqualTo(Keys.NONE));
    }

    @Test
    void aHeldKeyPressesOnce() {
        assertThat(keys.pressed(KeyCode.DIGIT2)).isEqualTo(2);
        assertThat(keys.pressed(KeyCode.DIGIT2)).isEqualTo(Keys.NONE);
        keys.released(KeyCode.DIGIT2);
        assertThat(keys.pressed(KeyCode.DIGIT2)).isEqualTo(2);
    }

    @Test
    void aHeldKeyDoesNotSilenceAnother() {
        keys.pressed(KeyCode.DIGIT2);
        assertThat(keys.pressed(KeyCode.DIGIT3)).isEqualTo(3);
    }

    @Test
    void aKeyThatWentUpUnheardPressesAgain() {
        keys.pressed(KeyCode.DIGIT2);
        keys.allReleased(unused -> {});
        assertThat(keys.pressed(KeyCode.DIGIT2)).isEqualTo(2);
    }
}
