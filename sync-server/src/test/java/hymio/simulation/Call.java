package hymio.simulation;

import hymio.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * A request on its way from a terminal to the server.
 *
 * @param bearer credentials, empty when there are none
 * @param known version of the config that the terminal has, as an entity tag; empty when it names none
 * @param body as sent
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Call(String path, String bearer, String known, byte[] body) {
    static Call of(Request request) {
        Buffer body = new Buffer();
        try {
            if (request.body() != null) {
                request.body().writeTo(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Call(
                request.url().encodedPath(),
                Optional.ofNullable(request.header("Authorization")).orElse("").replaceFirst("^Bearer ", ""),
                Optional.ofNullable(request.header("If-None-Match")).orElse(""),
                body.readByteArray());
    }

    boolean batch() {
        return path.equals(Wire.BATCHES);
    }

    Call body(byte[] other) {
        return new Call(path, bearer, known, other);
    }

    /**
     * @param tag entity tag, empty for none
     * @param retryAfter seconds, 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, String type, String tag, int retryAfter, byte[] body) {
        static Answer json(int status, byte[] body) {
            return new Answer(status, Wire.JSON, "", 0, body);
        }

        Answer body(byte[] other) {
            return new Answer(status, type, tag, retryAfter, other);
        }

        Response to(Request request) {
            Response.Builder response = new Response.Builder()
                    .request(request)
                    .protocol(Protocol.HTTP_1_1)
                    .code(status)
                    .message("")
                    .body(ResponseBody.create(body, MediaType.get(type)));
            if (!tag.isEmpty()) {
                response.header("ETag", tag);
            }
            if (retryAfter > 0) {
                response.header("Retry-After", String.valueOf(retryAfter));
            }
            return response.build();
        }
    }
}
