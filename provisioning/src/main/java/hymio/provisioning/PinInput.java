package hymio.provisioning;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a PIN comes from. Never from an argument: everybody on the machine could see it in the list of processes. */
@FunctionalInterface
interface PinInput {
    /** The PIN as typed; empty when the two that were typed differ. */
    Optional<String> read() throws IOException;

    /** Asks twice where a person types, without showing it; else takes the first line of standard input. */
    @SuppressWarnings("SystemConsoleNull") // it is never null since Java 22, but NullAway does not know that
    static Optional<String> standard() throws IOException {
        Console console = System.console();
        return console != null && console.isTerminal() ? asked(console) : Optional.of(firstLine());
    }

    private static Optional<String> asked(Console console) {
        String pin = typed(console.readPassword("New staff PIN (6 to 10 digits): "));
        return Optional.of(pin).filter(typed(console.readPassword("The same PIN again: "))::equals);
    }

    private static String firstLine() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }

    private static String typed(char @Nullable [] password) {
        return password == null ? "" : new String(password);
    }
}
