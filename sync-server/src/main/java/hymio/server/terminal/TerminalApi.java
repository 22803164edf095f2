package hymio.server.terminal;

import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentRequest;
import hymio.wire.TerminalList;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/enrolments}, {@code /api/v1/codes} and {@code /api/v1/terminals}. */
public final class TerminalApi {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalApi.class);

    private final TerminalStore terminals;
    private final EnrolTerminal enrolTerminal;
    private final Json json;
    private final FailureBudget budget;

    public TerminalApi(TerminalStore terminals, EnrolTerminal enrolTerminal, Json json, InstantSource clock) {
        this.terminals = terminals;
        this.enrolTerminal = enrolTerminal;
        this.json = json;
        budget = new FailureBudget(clock);
    }

    public void enrol(Context ctx) throws IOException {
        EnrolmentRequest request = json.read(ctx, EnrolmentRequest.class);
        refuseGuessing(ctx.ip());
        switch (enrolTerminal.enrol(request)) {
            case EnrolTerminal.Outcome.Enrolled enrolled -> {
                LOG.info(
                        "Terminal {} enrolled at {}.",
                        enrolled.enrolment().terminal(),
                        enrolled.enrolment().location());
                json.answer(ctx, 201, enrolled.enrolment());
            }
            case EnrolTerminal.Outcome.Repeated repeated -> json.answer(ctx, 200, repeated.enrolment());
            case EnrolTerminal.Outcome.Revoked unused -> throw TerminalGuard.revoked();
            case EnrolTerminal.Outcome.Used unused ->
                throw failed(
                        ctx, ProblemWord.CODE_USED, "Another terminal used this enrolment code. Ask for a new one.");
            case EnrolTerminal.Outcome.Expired unused ->
                throw failed(ctx, ProblemWord.CODE_EXPIRED, "This enrolment code is too old. Ask for a new one.");
            case EnrolTerminal.Outcome.Unknown unused ->
                throw failed(
                        ctx, ProblemWord.CODE_UNKNOWN, "There is no such enrolment code. Check each letter and digit.");
        }
    }

    public void code(Context ctx) throws IOException {
        CodeRequest request = json.read(ctx, CodeRequest.class);
        json.answer(
                ctx,
                201,
                enrolTerminal.code(request).orElseThrow(() -> ProblemException.noLocation(request.location())));
    }

    public void list(Context ctx) {
        json.answer(ctx, 200, new TerminalList(terminals.list()));
    }

    public void revoke(Context ctx) {
        String id = ctx.pathParam("id");
        if (!terminals.revoke(id)) {
            throw new ProblemException(ProblemWord.NOT_FOUND, "There is no terminal " + id + ".");
        }
        LOG.info("Terminal {} revoked.", id);
        ctx.status(204);
    }

    private void refuseGuessing(String address) {
        int wait = budget.waitSeconds(address);
        if (wait > 0) {
            throw new ProblemException(
                    ProblemWord.TOO_MANY, "Too many wrong enrolment codes. Wait " + wait + " seconds.", wait);
        }
    }

    private ProblemException failed(Context ctx, ProblemWord word, String detail) {
        budget.failed(ctx.ip());
        return new ProblemException(word, detail);
    }
}
