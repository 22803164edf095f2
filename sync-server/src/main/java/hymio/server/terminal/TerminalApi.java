package hymio.server.terminal;

import hymio.server.access.Permit;
import hymio.server.http.Json;
import hymio.server.http.Peer;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentRequest;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/enrolments}, {@code /api/v1/codes} and {@code /api/v1/terminals}. */
public final class TerminalApi {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalApi.class);

    private final TerminalStore terminals;
    private final EnrolTerminal enrolTerminal;
    private final ConflictStore conflicts;
    private final Alarms alarms;
    private final Json json;

    /** Tells what is wrong with a terminal, in sentences. */
    @FunctionalInterface
    public interface Alarms {
        /** In the language of whoever asks; empty when all is well. */
        List<String> of(Context ctx, TerminalInfo terminal);
    }

    public TerminalApi(
            TerminalStore terminals, EnrolTerminal enrolTerminal, ConflictStore conflicts, Alarms alarms, Json json) {
        this.terminals = terminals;
        this.enrolTerminal = enrolTerminal;
        this.conflicts = conflicts;
        this.alarms = alarms;
        this.json = json;
    }

    public void enrol(Context ctx) throws IOException {
        EnrolmentRequest request = json.read(ctx, EnrolmentRequest.class);
        String network = Peer.network(ctx);
        int wait = enrolTerminal.waitSeconds(network);
        if (wait > 0) {
            throw new ProblemException(
                    ProblemWord.TOO_MANY, "Too many wrong enrolment codes. Wait " + wait + " seconds.", wait);
        }
        switch (enrolTerminal.enrol(request, network)) {
            case EnrolTerminal.Outcome.Enrolled enrolled -> {
                LOG.info(
                        "Terminal {} enrolled at {}.",
                        enrolled.enrolment().terminal(),
                        enrolled.enrolment().location());
                json.answer(ctx, 201, enrolled.enrolment());
            }
            case EnrolTerminal.Outcome.TookOver taken -> {
                LOG.info(
                        "Another machine took over terminal {}; the one before is refused from now on.",
                        taken.enrolment().terminal());
                json.answer(ctx, 201, taken.enrolment());
            }
            case EnrolTerminal.Outcome.Repeated repeated -> json.answer(ctx, 200, repeated.enrolment());
            case EnrolTerminal.Outcome.Revoked unused -> throw TerminalGuard.revoked();
            case EnrolTerminal.Outcome.Replaced unused -> throw TerminalGuard.replaced();
            case EnrolTerminal.Outcome.Used unused ->
                throw new ProblemException(
                        ProblemWord.CODE_USED, "Another terminal used this enrolment code. Ask for a new one.");
            case EnrolTerminal.Outcome.Expired unused ->
                throw new ProblemException(
                        ProblemWord.CODE_EXPIRED, "This enrolment code is too old. Ask for a new one.");
            case EnrolTerminal.Outcome.Unknown unused ->
                throw new ProblemException(
                        ProblemWord.CODE_UNKNOWN, "There is no such enrolment code. Check each letter and digit.");
        }
    }

    public void code(Context ctx) throws IOException {
        CodeRequest request = json.read(ctx, CodeRequest.class);
        Permit permit = Permit.of(ctx);
        permit.require(request.location());
        json.answer(
                ctx,
                201,
                enrolTerminal
                        .code(request, permit.by())
                        .orElseThrow(() -> ProblemException.noLocation(request.location())));
    }

    /** A code with which another machine takes over the terminal. */
    public void swapCode(Context ctx) {
        String id = ctx.pathParam("id");
        switch (enrolTerminal.codeFor(id, Permit.of(ctx).by())) {
            case EnrolTerminal.SwapCode.Made made -> json.answer(ctx, 201, made.code());
            case EnrolTerminal.SwapCode.Revoked unused ->
                throw new ProblemException(
                        ProblemWord.TERMINAL_REVOKED,
                        "Terminal " + id + " was revoked. Make a code for a new terminal at its location instead.");
            case EnrolTerminal.SwapCode.Unknown unused -> throw noTerminal(id);
        }
    }

    public void list(Context ctx) {
        Permit permit = Permit.of(ctx);
        List<TerminalInfo> told = terminals.list().stream()
                .filter(info -> permit.sees(info.location()))
                .map(info -> info.told(alarms.of(ctx, info)))
                .toList();
        json.answer(ctx, 200, new TerminalList(told));
    }

    public void conflicts(Context ctx) {
        String id = ctx.pathParam("id");
        json.answer(ctx, 200, conflicts.newest(id).orElseThrow(() -> noTerminal(id)));
    }

    public void revoke(Context ctx) {
        String id = ctx.pathParam("id");
        if (!terminals.revoke(id, Permit.of(ctx).by())) {
            throw noTerminal(id);
        }
        LOG.info("Terminal {} revoked.", id);
        ctx.status(204);
    }

    private static ProblemException noTerminal(String id) {
        return new ProblemException(ProblemWord.NOT_FOUND, "There is no terminal " + id + ".");
    }
}
