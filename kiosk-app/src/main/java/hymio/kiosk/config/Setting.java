package hymio.kiosk.config;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every setting of the terminal: its key, meaning, default and what it may be. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references without state
public enum Setting {
    SERVER("server", "", "Address of the server, such as https://hymio.example.fi", Setting::address),
    SERVER_CA(
            "server.ca",
            "",
            "PEM file of the certificate authorities that vouch for the server, for a town with an authority of its own;"
                    + " empty: those of the system",
            text -> Optional.empty()),
    CODE("code", "", "One-time enrolment code; needed at the first start only", text -> Optional.empty()),
    LANGUAGE("language", "fi", "Language that each visitor meets first: fi, sv or en", Setting.oneOf("fi", "sv", "en")),
    THEME("theme", "day", "Colours of the screen: day or night", Setting.oneOf("day", "night")),
    SCREEN("screen", "true", "Whether there is a screen; false on a terminal with buttons only", Setting::truth),
    FULL_SCREEN("full-screen", "true", "Whether the window fills the screen", Setting::truth),
    WINDOW("window", "1280x800", "Size of the window in pixels when it does not fill the screen", Setting::size),
    HEADLESS("headless", "false", "Draws the screen without a display; for demos and tests", Setting::truth),
    PANEL_INCHES(
            "panel-inches",
            "0",
            "Diagonal of the panel in inches, such as 10.1; letters and targets are sized by it; 0: what is usual for"
                    + " its resolution",
            Setting::inches),
    THANKS_MILLIS("thanks-ms", "2500", "How long thanks are shown, milliseconds, 500 to 20000", whole(500, 20_000)),
    LONG_PRESS_MILLIS(
            "long-press-ms",
            "1000",
            "How long a button is held to hear what it means, milliseconds, 300 to 5000; shorter presses vote when the"
                    + " button is let go; 0: no holds, a button votes when it goes down",
            Setting::longPress),
    REPEAT_GUARD_MILLIS(
            "repeat-guard-ms",
            "500",
            "How long the same button is ignored after a press, milliseconds, 0 to 2000 (EN 301 549 5.8)",
            whole(0, 2_000)),
    GPIO_CHIP(
            "gpio.chip",
            "auto",
            "Label of the GPIO chip with the buttons; auto finds a Raspberry Pi's; none: no buttons; stdin: edges as"
                    + " lines \"<line> <0 or 1>\" on standard input",
            text -> text.isBlank() ? Optional.of("name a chip, auto, none or stdin.") : Optional.empty()),
    GPIO_LINES(
            "gpio.lines",
            "17,27,22,23,24",
            "GPIO lines of buttons 1 to 5, the best face first; each pulls its line to ground when pressed",
            Setting::lines),
    GPIO_DEBOUNCE_MILLIS("gpio.debounce-ms", "8", "Debounce in the kernel, milliseconds, 0 to 50", whole(0, 50)),
    GPIO_GHOST_MILLIS(
            "gpio.ghost-ms",
            "15",
            "Pulses of a button shorter than this are no hand, milliseconds, 0 to 100; 0: every pulse is a press",
            whole(0, 100)),
    GPIO_LED_LINES(
            "gpio.led-lines",
            "",
            "GPIO lines of the lights of buttons 1, 2, 3 …, on the same chip; empty: no lights",
            Setting::linesOrNone),
    GPIO_BUZZER_LINE(
            "gpio.buzzer-line",
            "",
            "GPIO line of a buzzer that sounds by itself when it is on; empty: none",
            Setting::lineOrNone),
    GPIO_ACTIVE_LOW(
            "gpio.outputs-active-low", "false", "Whether a low level switches lights and buzzer on", Setting::truth),
    SOUND("sound", "true", "Whether there is a speaker; false: the terminal makes no sound by it", Setting::truth),
    SPEECH("speech", "true", "Whether the terminal speaks, when there is a speaker", Setting::truth),
    VOLUME_PERCENT(
            "volume-percent",
            "50",
            "Volume that each visit starts with, 0 to 100, when the server says nothing of it; measure that it is at"
                    + " most 65 dBA (EN 301 549 5.1.3)",
            whole(0, 100)),
    SOUND_PROGRAM(
            "sound.program",
            "aplay -q",
            "Program that plays WAV from its standard input, with its words",
            Setting::program),
    SPEECH_PROGRAM(
            "speech.program",
            "espeak-ng",
            "Program that speaks, with its words: espeak-ng or one that takes its options",
            Setting::program),
    OUTBOX_KEEP_DAYS(
            "outbox.keep-days",
            "90",
            "How long responses stay on the terminal after the server has them, days, 0 to 3650",
            whole(0, 3_650)),
    OUTBOX_KEEP_MIB(
            "outbox.keep-mib",
            "64",
            "Room that responses may take before those that the server has go earlier, MiB, 4 to 65536",
            whole(4, 65_536)),
    CARRY_FOLDER(
            "carry.folder",
            "",
            "Folder to which staff write responses for a server that the network does not reach; it is used as it is;"
                    + " empty: a USB stick that the system has mounted below /media or /run/media",
            text -> Optional.empty()),
    REPORT(
            "report",
            "false",
            "Prints a line for each response stored, not stored and settled; for demos and tests",
            Setting::truth);

    private final String key;
    private final String fallback;
    private final String meaning;
    private final Function<String, Optional<String>> fault;

    Setting(String key, String fallback, String meaning, Function<String, Optional<String>> fault) {
        this.key = key;
        this.fallback = fallback;
        this.meaning = meaning;
        this.fault = fault;
    }

    public String key() {
        return key;
    }

    public String fallback() {
        return fallback;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether the value must not be shown. */
    public boolean secret() {
        return this == CODE;
    }

    /** The environment variable: {@code gpio.debounce-ms} is {@code HYMIO_KIOSK_GPIO_DEBOUNCE_MS}. */
    public String variable() {
        return Settings.ENVIRONMENT + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** What is wrong with a value, as the end of a sentence; empty when nothing is. */
    Optional<String> fault(String value) {
        return fault.apply(value);
    }

    static Optional<Setting> byKey(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }

    /** The key meant by a mistyped one: one that shares its beginning, or holds it. */
    static Optional<String> nearest(String typed) {
        String start = typed.substring(0, Math.min(3, typed.length()));
        return Stream.of(values())
                .map(Setting::key)
                .filter(it -> it.startsWith(start) || it.endsWith(typed))
                .findFirst();
    }

    private static Optional<String> address(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
            return web ? Optional.empty() : Optional.of("write it as https://host or http://host:port.");
        } catch (IllegalArgumentException e) {
            return Optional.of("write it as https://host or http://host:port.");
        }
    }

    private static Optional<String> size(String text) {
        return text.matches("[1-9][0-9]{2,3}x[1-9][0-9]{2,3}")
                ? Optional.empty()
                : Optional.of("write width x height, such as 1280x800.");
    }

    private static Optional<String> truth(String text) {
        return oneOf("true", "false").apply(text);
    }

    private static Function<String, Optional<String>> oneOf(String... words) {
        return text -> List.of(words).contains(text)
                ? Optional.empty()
                : Optional.of("write one of " + String.join(", ", words) + ".");
    }

    private static Function<String, Optional<String>> whole(int min, int max) {
        return text -> text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max
                ? Optional.empty()
                : Optional.of("write a whole number from " + min + " to " + max + ".");
    }

    private static Optional<String> longPress(String text) {
        return text.equals("0") || whole(300, 5_000).apply(text).isEmpty()
                ? Optional.empty()
                : Optional.of("write 0, or a whole number from 300 to 5000.");
    }

    private static Optional<String> inches(String text) {
        boolean good = text.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")
                && (Double.parseDouble(text) == 0 || Double.parseDouble(text) >= 3);
        return good ? Optional.empty() : Optional.of("write inches such as 10.1, or 0.");
    }

    private static Optional<String> program(String text) {
        return text.isBlank() ? Optional.of("name a program.") : Optional.empty();
    }

    private static Optional<String> linesOrNone(String text) {
        return text.isEmpty() ? Optional.empty() : lines(text);
    }

    private static Optional<String> lineOrNone(String text) {
        return text.isEmpty() || text.matches("[0-9]{1,3}")
                ? Optional.empty()
                : Optional.of("write a line number such as 18, or nothing.");
    }

    private static Optional<String> lines(String text) {
        List<String> lines =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boolean good = lines.size() <= 5
                && lines.stream().allMatch(line -> line.matches("[0-9]{1,3}"))
                && lines.stream().distinct().count() == lines.size();
        return good ? Optional.empty() : Optional.of("write one to five different line numbers, such as 17,27,22,23.");
    }
}
