package hymio.kiosk;

import hymio.kiosk.config.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What stands on the command line. Read by hand: picocli took 110 ms of CPU at each start for these few words, because
 * its old class files do not go into an AOT cache (docs/decisions/2026-11-22-start-up.md).
 *
 * @param task what is wanted
 * @param data folder of the terminal; the current one when the task needs none
 * @param given settings that stood on the command line
 */
record Options(Task task, Path data, Map<Setting, String> given) {
    static final String HELP = """
            Usage: ./hymio kiosk --data DIR [--server URL] [--code CODE] [--no-screen]
            Starts a terminal: buttons, screen, offline store and sync.
              --data DIR      Folder for all that this terminal keeps
              --server URL    Address of the server
              --code CODE     One-time enrolment code, needed at the first start
              --no-screen     Buttons only: no window
              --config-dump   Prints all settings, secrets redacted, and ends
              -h, --help      Prints this and ends
              -V, --version   Prints the version and ends

            Settings: the file DIR/settings (key = value), environment variables HYMIO_KIOSK_…, then these options;
            the later wins. --config-dump lists every setting with its meaning.
            Exit codes: 0 stopped, 1 a fault, 2 a wrong option or setting, or a folder that cannot be used,
            75 staff asked for a restart: whatever started it starts it again, as ./hymio kiosk does.""";

    private static final List<String> NAMES =
            List.of("--data", "--server", "--code", "--no-screen", "--config-dump", "--help", "--version");

    enum Task {
        RUN,
        DUMP,
        HELP,
        VERSION
    }

    /** @throws BadOptionException naming the word and what to write instead */
    static Options parse(List<String> words) {
        Task task = Task.RUN;
        String data = "";
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            String name = word.split("=", 2)[0];
            switch (name.equals(word) || takesValue(name) ? name : word) {
                case "--data" -> data = value(word, rest);
                case "--server" -> given.put(Setting.SERVER, value(word, rest));
                case "--code" -> given.put(Setting.CODE, value(word, rest));
                case "--no-screen" -> given.put(Setting.SCREEN, "false");
                case "--config-dump" -> task = Task.DUMP;
                case "--help", "-h" -> {
                    return new Options(Task.HELP, Path.of("."), Map.of());
                }
                case "--version", "-V" -> {
                    return new Options(Task.VERSION, Path.of("."), Map.of());
                }
                default -> throw new BadOptionException("there is no option " + word + "." + hint(name));
            }
        }
        if (data.isEmpty()) {
            throw new BadOptionException("name the folder for all that this terminal keeps with --data DIR.");
        }
        return new Options(task, Path.of(data), given);
    }

    private static boolean takesValue(String name) {
        return name.equals("--data") || name.equals("--server") || name.equals("--code");
    }

    private static String value(String word, Iterator<String> rest) {
        int sign = word.indexOf('=');
        if (sign < 0 && !rest.hasNext()) {
            throw new BadOptionException("what stands after " + word + " is missing.");
        }
        return sign < 0 ? rest.next() : word.substring(sign + 1);
    }

    /** The option that begins alike. */
    private static String hint(String typed) {
        String start = typed.substring(0, Math.min(3, typed.length()));
        return NAMES.stream()
                .filter(name -> start.length() == 3 && name.startsWith(start))
                .findFirst()
                .map(name -> " Did you mean " + name + "?")
                .orElse(" --help lists them.");
    }

    /** The command line cannot be understood; the message says what to write. */
    static final class BadOptionException extends RuntimeException {
        BadOptionException(String message) {
            super(message);
        }
    }
}
