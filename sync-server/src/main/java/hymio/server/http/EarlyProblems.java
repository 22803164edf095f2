package hymio.server.http;

import hymio.wire.Problem;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem answers to requests so broken, or so late, that they reach no route. */
final class EarlyProblems extends ErrorHandler {
    private final WireCodec codec;

    EarlyProblems(WireCodec codec) {
        this.codec = codec;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Wire.PROBLEM_JSON);
        response.write(true, ByteBuffer.wrap(body(status)), callback);
    }

    private byte[] body(int status) {
        ProblemWord word =
                status == 503 ? ProblemWord.BUSY : status < 500 ? ProblemWord.BAD_MESSAGE : ProblemWord.FAULT;
        return codec.write(Problem.of(
                word.word(), status, word.title(), "The request ended with HTTP status " + status + ". Try again."));
    }
}
