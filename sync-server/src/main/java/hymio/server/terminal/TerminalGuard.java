package hymio.server.terminal;

import hymio.server.http.Bearer;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.http.WireVersion;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Lets in only terminals that speak our wire version, have the right secret and are not revoked. */
public final class TerminalGuard {
    private final TerminalStore terminals;

    public TerminalGuard(TerminalStore terminals) {
        this.terminals = terminals;
    }

    /** What a known terminal asks for. */
    @FunctionalInterface
    public interface TerminalHandler {
        void handle(Context ctx, Terminal terminal) throws Exception;
    }

    public Handler terminal(TerminalHandler inner) {
        return WireVersion.checked(ctx -> inner.handle(ctx, check(Bearer.of(ctx))));
    }

    private Terminal check(String credentials) {
        return switch (terminals.signIn(credentials)) {
            case TerminalStore.SignIn.Known known -> known.terminal();
            case TerminalStore.SignIn.Revoked unused -> throw revoked();
            case TerminalStore.SignIn.Replaced unused -> throw replaced();
            case TerminalStore.SignIn.Unknown unused ->
                throw new ProblemException(
                        ProblemWord.NOT_SIGNED_IN,
                        "This terminal or its secret is not known. Enrol it with a new code.");
        };
    }

    public static ProblemException revoked() {
        return new ProblemException(
                ProblemWord.TERMINAL_REVOKED, "This terminal was revoked. Enrol it with a new code to use it again.");
    }

    public static ProblemException replaced() {
        return new ProblemException(
                ProblemWord.TERMINAL_REPLACED,
                "Another machine took over this terminal. What this one still holds is not lost: write it to a stick from"
                        + " the staff menu and carry it to the server.");
    }
}
