package hymio.kiosk.sync;

import hymio.kiosk.sync.BadServer.Call;
import hymio.kiosk.sync.BadServer.Fault;
import hymio.wire.Limits;
import hymio.wire.Problem;
import hymio.wire.Receipt;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that can become of an answer on its way, or of a request. None of them is a receipt for what was sent. */
final class Faults {
    private static final WireCodec CODEC = new WireCodec();
    private static final String PAGE = "<html><title>Sign in</title>Welcome to our Wi-Fi</html>";

    /** By name, so that a test that fails says which. */
    static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.putAll(broken());
        faults.putAll(silent());
        faults.putAll(malformed());
        faults.putAll(portals());
        faults.putAll(proxies());
        faults.putAll(receipts());
        return faults;
    }

    private static Map<String, Fault> broken() {
        return Map.of(
                "closes before it reads", call -> {},
                "resets before it reads", Call::reset,
                "resets in the middle of the request",
                        call -> {
                            call.send("HTTP/1.1 200 OK\r\n");
                            call.reset();
                        },
                "takes the batch and closes", Call::receipt,
                "takes the batch and resets",
                        call -> {
                            call.receipt();
                            call.reset();
                        },
                "resets in the head",
                        call -> {
                            call.receipt();
                            call.send("HTTP/1.1 200 OK\r\nConte");
                            call.reset();
                        },
                "resets in the body", call -> half(call, true),
                "closes in the body", call -> half(call, false));
    }

    private static void half(Call call, boolean reset) throws IOException {
        byte[] receipt = call.receipt();
        call.send("HTTP/1.1 200 OK\r\nContent-Length: " + receipt.length + "\r\n\r\n");
        call.send(Arrays.copyOf(receipt, receipt.length / 2));
        if (reset) {
            call.reset();
        }
    }

    private static Map<String, Fault> silent() {
        return Map.of(
                "never answers",
                call -> {
                    call.receipt();
                    call.silence();
                },
                "never reads",
                call -> Thread.sleep(60_000),
                "falls silent in the head",
                call -> {
                    call.receipt();
                    call.send("HTTP/1.1 200 OK\r\nContent-");
                    call.silence();
                },
                "falls silent after the head",
                call -> {
                    call.receipt();
                    call.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
                    call.silence();
                },
                "falls silent in the body",
                call -> {
                    half(call, false);
                    call.silence();
                },
                "never ends its chunks",
                call -> {
                    chunk(call);
                    call.silence();
                },
                "drips the head",
                call -> drip(call, BadServer.ascii("HTTP/1.1 200 OK\r\nX-Drip: " + "x".repeat(1_000))),
                "drips the body",
                call -> {
                    byte[] receipt = call.receipt();
                    call.send("HTTP/1.1 200 OK\r\nContent-Length: " + receipt.length + "\r\n\r\n");
                    drip(call, receipt);
                },
                "sends spaces for ever",
                call -> {
                    call.receipt();
                    call.send("HTTP/1.1 200 OK\r\n\r\n");
                    drip(call, BadServer.ascii(" ".repeat(1_000)));
                });
    }

    private static void drip(Call call, byte[] bytes) throws IOException, InterruptedException {
        for (byte next : bytes) {
            call.send(new byte[] {next});
            Thread.sleep(40);
        }
    }

    private static void chunk(Call call) throws IOException {
        byte[] receipt = call.receipt();
        call.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        call.send(Integer.toHexString(receipt.length) + "\r\n");
        call.send(receipt);
        call.send("\r\n");
    }

    private static Map<String, Fault> malformed() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("cuts its chunks", Faults::chunk);
        faults.put(
                "has chunks of no size",
                call -> whole(call, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "zz\r\n{}\r\n0\r\n\r\n"));
        faults.put("claims more than it sends", call -> claim(call, 10));
        faults.put("claims less than it sends", call -> claim(call, -5));
        faults.put("claims less than nothing", call -> whole(call, "HTTP/1.1 200 OK\r\nContent-Length: -5", "{}"));
        faults.put("speaks HTTP/1.0 and is cut", call -> {
            byte[] receipt = call.receipt();
            call.send("HTTP/1.0 200 OK\r\n\r\n");
            call.send(Arrays.copyOf(receipt, receipt.length - 1));
        });
        faults.put("speaks no HTTP", call -> whole(call, "\u0016\u0003\u0001", "hello"));
        faults.put("sends a body that never ends", call -> {
            call.receipt();
            call.send("HTTP/1.1 200 OK\r\n\r\n");
            flood(call, "{\"journal\":\"");
        });
        faults.put("sends a head that never ends", call -> {
            call.receipt();
            call.send("HTTP/1.1 200 OK\r\n");
            flood(call, "X-More: and more of it\r\n");
        });
        faults.put("says continue for ever", call -> {
            call.receipt();
            flood(call, "HTTP/1.1 100 Continue\r\n\r\n");
        });
        faults.put("nests without end", call -> {
            call.receipt();
            call.ok(BadServer.ascii("[".repeat(Limits.ANSWER_BYTES / 2)));
        });
        faults.putAll(zipped());
        return faults;
    }

    private static void claim(Call call, int more) throws IOException {
        byte[] receipt = call.receipt();
        call.send("HTTP/1.1 200 OK\r\nContent-Length: " + (receipt.length + more) + "\r\n\r\n");
        call.send(receipt);
    }

    private static void flood(Call call, String text) throws IOException {
        byte[] much = BadServer.ascii(text.repeat(1_000));
        while (true) {
            call.send(much);
        }
    }

    private static Map<String, Fault> zipped() {
        return Map.of(
                "cuts its gzip", call -> zipped(call, zip -> Arrays.copyOf(zip, zip.length - 8)),
                "has no gzip", call -> zipped(call, zip -> BadServer.ascii("{}")),
                "has a gzip with a wrong sum",
                        call -> zipped(call, zip -> {
                            zip[zip.length - 8] ^= 1;
                            return zip;
                        }),
                "has a gzip that bursts", call -> zipped(call, zip -> CODEC.gzip(new byte[4 * Limits.ANSWER_BYTES])));
    }

    private static void zipped(Call call, java.util.function.UnaryOperator<byte[]> change) throws IOException {
        byte[] zip = change.apply(CODEC.gzip(call.receipt()));
        call.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zip.length + "\r\n\r\n");
        call.send(zip);
    }

    private static Map<String, Fault> portals() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("is a portal with a page", call -> whole(call, "HTTP/1.1 200 OK\r\nContent-Type: text/html", PAGE));
        faults.put(
                "is a portal with a versioned page",
                call -> whole(call, "HTTP/1.1 200 OK\r\nETag: \"portal-1\"\r\nContent-Type: text/html", PAGE));
        for (String moved : List.of("301 Moved", "302 Found", "303 See Other", "307 Moved", "308 Moved")) {
            faults.put(
                    "is a portal that says " + moved,
                    call -> whole(call, "HTTP/1.1 " + moved + "\r\nLocation: http://127.0.0.1:9/sign-in", PAGE));
        }
        faults.put("asks for a sign-in", call -> whole(call, "HTTP/1.1 511 Network Authentication Required", PAGE));
        faults.put("asks for a password", call -> whole(call, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic", PAGE));
        faults.put("asks for a proxy's password", call -> whole(call, "HTTP/1.1 407 No", PAGE));
        return faults;
    }

    private static Map<String, Fault> proxies() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("answers with nothing", call -> whole(call, "HTTP/1.1 200 OK", ""));
        faults.put("has no content", call -> whole(call, "HTTP/1.1 204 No Content", ""));
        faults.put("has an empty object", call -> whole(call, "HTTP/1.1 200 OK", "{}"));
        faults.put("says nothing changed", call -> whole(call, "HTTP/1.1 304 Not Modified", ""));
        faults.put("has a part of it", call -> whole(call, "HTTP/1.1 206 Partial Content", "{\"journal\":"));
        for (int status : List.of(400, 403, 404, 408, 413, 421, 422, 429, 500, 502, 503, 504)) {
            faults.put("is a proxy that says " + status, call -> whole(call, "HTTP/1.1 " + status + " No", PAGE));
        }
        for (String after : List.of("0", "-1", "99999999999999999999", "1e9", "Wed, 21 Oct 2099 07:28:00 GMT", "")) {
            faults.put(
                    "asks to wait \"" + after + "\"",
                    call -> whole(call, "HTTP/1.1 503 Busy\r\nRetry-After: " + after, PAGE));
        }
        Problem busy = Problem.of("busy", 503, "Busy", "Try again.");
        faults.put("is busy", call -> whole(call, "HTTP/1.1 503 Busy\r\nRetry-After: 0", json(busy)));
        return faults;
    }

    private static Map<String, Fault> receipts() {
        UUID other = new UUID(9, 9);
        return Map.of(
                "has a receipt for another journal",
                        call -> call.ok(CODEC.write(receipt(other, List.of(new Receipt.Range(1, 3)), List.of()))),
                "has a receipt that names nothing",
                        call -> call.ok(CODEC.write(receipt(call.batch().journal(), List.of(), List.of()))),
                "has a receipt for numbers never sent",
                        call -> call.ok(CODEC.write(
                                receipt(call.batch().journal(), List.of(new Receipt.Range(4, 900)), List.of()))),
                "has conflicts in numbers never sent",
                        call -> call.ok(CODEC.write(receipt(call.batch().journal(), List.of(), List.of(4L, 900L)))));
    }

    private static Receipt receipt(UUID journal, List<Receipt.Range> settled, List<Long> conflicts) {
        return new Receipt(journal, settled, conflicts, 1, "c0", 20);
    }

    private static String json(Object message) {
        return new String(CODEC.write(message), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** An answer of which nothing is missing. */
    private static void whole(Call call, String head, String body) throws IOException {
        call.batch();
        String length =
                head.contains("chunked") || head.contains("Length") ? "" : "\r\nContent-Length: " + body.length();
        call.send(head + length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private Faults() {}
}
