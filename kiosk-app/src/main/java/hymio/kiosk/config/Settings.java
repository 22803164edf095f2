package hymio.kiosk.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator sets on this terminal: from the file {@code settings} in the data folder, then from the
 * environment, then from the command line, the later winning. Each {@link Setting} is documented and has a default.
 */
public final class Settings {
    /** Prefix of environment variables: {@code gpio.chip} is {@code HYMIO_KIOSK_GPIO_CHIP}. */
    public static final String ENVIRONMENT = "HYMIO_KIOSK_";

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * @param file lines of the settings file: {@code key = value}, empty, or beginning with {@code #}
     * @param fileName as people know the file, for messages
     * @param environment all environment variables; only ours are looked at
     * @param given from the command line
     * @throws BadSettingException naming the file and line, or the variable
     */
    public static Settings read(
            List<String> file, String fileName, Map<String, String> environment, Map<Setting, String> given) {
        Map<Setting, String> values = new LinkedHashMap<>();
        for (int i = 0; i < file.size(); i++) {
            readLine(file.get(i).strip(), fileName + " line " + (i + 1), values);
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                put(values, key(name), value, "environment variable " + name);
            }
        });
        given.forEach((setting, value) -> put(values, setting.key(), value, "--" + setting.key()));
        return new Settings(values);
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.fallback());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public double decimal(Setting setting) {
        return Double.parseDouble(text(setting));
    }

    /** What stands between blanks: a program and its words. */
    public List<String> words(Setting setting) {
        return List.of(text(setting).strip().split("\\s+"));
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    /** None when it is empty. */
    public List<Integer> numbers(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** Every setting with its meaning, in the form of the settings file; secrets redacted. */
    public String dump() {
        List<String> lines = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = text(setting);
            lines.add("# " + setting.meaning());
            lines.add("# environment: " + setting.variable() + ", default: "
                    + (setting.fallback().isEmpty() ? "none" : setting.fallback()));
            lines.add((setting.key() + " = " + (setting.secret() && !value.isEmpty() ? "REDACTED" : value)).strip());
            lines.add("");
        }
        return String.join("\n", lines);
    }

    private static void readLine(String line, String where, Map<Setting, String> values) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new BadSettingException(where + ": \"" + line + "\" is not of the form key = value.");
        }
        put(
                values,
                line.substring(0, equals).strip(),
                line.substring(equals + 1).strip(),
                where);
    }

    private static void put(Map<Setting, String> values, String key, String value, String where) {
        Setting setting = Setting.byKey(key)
                .orElseThrow(() -> new BadSettingException(where + ": there is no setting \"" + key + "\"."
                        + Setting.nearest(key)
                                .map(it -> " Did you mean " + it + "?")
                                .orElse("")
                        + " ./hymio kiosk --config-dump lists them all."));
        Optional<String> fault = setting.fault(value);
        if (fault.isPresent()) {
            String shown = setting.secret() ? "The value" : "\"" + value + "\"";
            throw new BadSettingException(where + ": " + shown + " is no value for " + key + ": " + fault.get());
        }
        values.put(setting, value);
    }

    private static String key(String variable) {
        String tail = variable.substring(ENVIRONMENT.length());
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.variable().equals(variable))
                .map(Setting::key)
                .findFirst()
                .orElse(tail.toLowerCase(Locale.ROOT));
    }

    /** A setting that is unknown or has a bad value; the message says where it stands and what it may be. */
    public static final class BadSettingException extends RuntimeException {
        BadSettingException(String message) {
            super(message);
        }
    }
}
