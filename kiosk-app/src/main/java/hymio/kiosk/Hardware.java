package hymio.kiosk;

import hymio.kiosk.config.Setting;
import hymio.kiosk.config.Settings;
import hymio.kiosk.press.HoldSettings;
import hymio.kiosk.press.gpio.GpioSettings;
import hymio.kiosk.press.gpio.SignalSettings;
import hymio.kiosk.sound.Speaker;
import hymio.kiosk.sound.SpeakerSettings;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** The settings, as each part of the terminal's hardware wants them. */
record Hardware(Settings settings) {
    private static final int KEYS = 5;

    GpioSettings buttons() {
        return new GpioSettings(
                settings.text(Setting.GPIO_CHIP),
                settings.numbers(Setting.GPIO_LINES),
                settings.number(Setting.GPIO_DEBOUNCE_MILLIS));
    }

    /** Physical buttons of this terminal; without a chip as many as there may be keys. */
    int buttonCount() {
        return settings.text(Setting.GPIO_CHIP).equals("none")
                ? KEYS
                : settings.numbers(Setting.GPIO_LINES).size();
    }

    HoldSettings holds() {
        boolean wires = !settings.text(Setting.GPIO_CHIP).equals("stdin");
        return new HoldSettings(
                settings.number(Setting.LONG_PRESS_MILLIS),
                settings.number(Setting.REPEAT_GUARD_MILLIS),
                wires ? settings.number(Setting.GPIO_GHOST_MILLIS) : 0, // text has no wires: its edges come at once
                HoldSettings.STUCK_MILLIS);
    }

    SignalSettings signals() {
        List<Integer> buzzer = settings.numbers(Setting.GPIO_BUZZER_LINE);
        return new SignalSettings(
                settings.text(Setting.GPIO_CHIP),
                settings.numbers(Setting.GPIO_LED_LINES),
                buzzer.isEmpty() ? OptionalInt.empty() : OptionalInt.of(buzzer.getFirst()),
                settings.flag(Setting.GPIO_ACTIVE_LOW));
    }

    Speaker speaker(LongSupplier uptimeMillis) {
        if (!settings.flag(Setting.SOUND)) {
            return Speaker.none();
        }
        List<String> voice = settings.flag(Setting.SPEECH) ? settings.words(Setting.SPEECH_PROGRAM) : List.of();
        return Speaker.open(new SpeakerSettings(voice, settings.words(Setting.SOUND_PROGRAM)), uptimeMillis);
    }
}
