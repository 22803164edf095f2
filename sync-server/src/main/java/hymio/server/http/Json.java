package hymio.server.http;

import hymio.wire.BadValueException;
import hymio.wire.BadWireException;
import hymio.wire.Limits;
import hymio.wire.TooLargeException;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and answers JSON bodies; never holds more of a body than {@link Limits} allow. Thread-safe. */
public final class Json {
    private final WireCodec codec;

    public Json(WireCodec codec) {
        this.codec = codec;
    }

    /**
     * The body as sent, gzip or not.
     *
     * @throws ProblemException 413 when it is too large, 415 when it is no JSON
     */
    public Body body(Context ctx) throws IOException {
        require(Wire.JSON, ctx.header("Content-Type"));
        boolean gzip = gzip(ctx.header("Content-Encoding"));
        return new Body(bytes(ctx, " Send smaller batches, or gzip."), gzip);
    }

    /**
     * A body of plain bytes.
     *
     * @throws ProblemException 413 when it is too large, 415 when it is said to be something else
     */
    public static byte[] octets(Context ctx) throws IOException {
        require(ContentType.OCTET_STREAM, ctx.header("Content-Type"));
        return bytes(ctx, "");
    }

    private static byte[] bytes(Context ctx, String advice) throws IOException {
        require(ctx.req().getContentLengthLong(), advice);
        byte[] bytes = Bodies.read(ctx, Limits.BODY_BYTES + 1)
                .orElseThrow(() -> new ProblemException(
                        ProblemWord.BAD_MESSAGE, "The body did not arrive whole, or far too slowly. Send it again."));
        require(bytes.length, advice);
        return bytes;
    }

    private static void require(long bytes, String advice) {
        if (bytes > Limits.BODY_BYTES) {
            throw new ProblemException(
                    ProblemWord.TOO_LARGE, "The body is larger than " + Limits.BODY_BYTES + " bytes." + advice);
        }
    }

    /** @throws ProblemException 400, 413 or 422 when it is no such message */
    public <T> T parse(Body body, Class<T> type) {
        try {
            return codec.read(body.gzip() ? codec.gunzip(body.bytes()) : body.bytes(), type);
        } catch (TooLargeException e) {
            throw new ProblemException(ProblemWord.TOO_LARGE, text(e));
        } catch (BadWireException e) {
            throw new ProblemException(badValue(e) ? ProblemWord.BAD_VALUE : ProblemWord.BAD_MESSAGE, text(e));
        }
    }

    public <T> T read(Context ctx, Class<T> type) throws IOException {
        return parse(body(ctx), type);
    }

    public void answer(Context ctx, int status, Object message) {
        ctx.status(status).contentType(Wire.JSON).result(codec.write(message));
    }

    private static void require(String wanted, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int semicolon = type.indexOf(';');
        String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
        if (!bare.toLowerCase(Locale.ROOT).equals(wanted)) {
            throw new ProblemException(ProblemWord.MEDIA_TYPE, "Send the body as Content-Type: " + wanted + ".");
        }
    }

    private static boolean gzip(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw new ProblemException(
                ProblemWord.MEDIA_TYPE, "Content-Encoding may be gzip or left out, nothing else is understood.");
    }

    private static boolean badValue(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadValueException) {
                return true;
            }
        }
        return false;
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }

    /** Bytes of a body as they came. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Body(byte[] bytes, boolean gzip) {}
}
