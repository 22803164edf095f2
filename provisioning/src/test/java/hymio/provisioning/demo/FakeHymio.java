package hymio.provisioning.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hymio.provisioning.api.Figures;
import hymio.provisioning.api.TerminalFigures;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentCode;
import hymio.wire.Place;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.WireCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands for {@code ./hymio} in tests of the demo: says the same lines, takes the same edges and answers the same calls
 * as the real programs, and keeps everything in memory. Environment {@code FAKE_FAULT} plants one fault: {@code lose}
 * (the server shows one press less), {@code die} (the third terminal ends after a while), {@code deaf} (the first
 * stores nothing), {@code no-server}.
 */
final class FakeHymio {
    static final String TOKEN = "fake-token";

    private static final String FAULT = System.getenv().getOrDefault("FAKE_FAULT", "");

    public static void main(String[] args) throws Exception {
        Files.createDirectories(Path.of(option(args, "--data")));
        Files.writeString(
                Path.of(option(args, "--data"))
                        .resolve("pid-" + ProcessHandle.current().pid()),
                String.join(" ", args));
        switch (args[0]) {
            case "serve" -> new Server().start();
            case "admin" -> say("{\"token\":\"" + TOKEN + "\"}");
            case "kiosk" -> new Kiosk(option(args, "--server"), option(args, "--code")).run();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static String option(String[] args, String name) {
        return args[Arrays.asList(args).indexOf(name) + 1];
    }

    private static synchronized void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    /** Locations, codes and counts in memory. */
    private static final class Server {
        private final WireCodec codec = new WireCodec();
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, CodeRequest> codes = new LinkedHashMap<>();
        private final Map<String, Counts> counts = new LinkedHashMap<>();
        private final Map<String, Integer> last = new LinkedHashMap<>();

        void start() throws IOException {
            if (FAULT.equals("no-server")) {
                System.err.println("The data folder is read-only.");
                System.exit(3);
            }
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newCachedThreadPool());
            http.createContext("/", this::handle);
            http.start();
            String url = "http://127.0.0.1:" + http.getAddress().getPort() + "/";
            say("Hymiö server ready at " + url);
            say("Set a password and sign in: " + url + "setup?token=once");
        }

        private synchronized void handle(HttpExchange call) throws IOException {
            try (call) {
                byte[] body = call.getRequestBody().readAllBytes();
                String path = call.getRequestURI().getPath();
                boolean post = call.getRequestMethod().equals("POST");
                if (path.startsWith("/fake/press/")) {
                    press(path.split("/"));
                    answer(call, 200, List.of());
                } else if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                    answer(call, 401, Map.of());
                } else if (post && path.equals("/api/v1/locations")) {
                    Place place = codec.read(body, Place.class);
                    places.put(place.id(), place);
                    answer(call, 201, place);
                } else if (post && path.equals("/api/v1/codes")) {
                    String code = "CODE-" + codes.size();
                    codes.put(code, codec.read(body, CodeRequest.class));
                    counts.put(code, Counts.NONE);
                    answer(call, 201, new EnrolmentCode(code, "2026-11-29T08:00:00Z"));
                } else if (path.equals("/api/v1/terminals")) {
                    answer(call, 200, terminals());
                } else {
                    boolean byTerminal = call.getRequestURI().getQuery().contains("by=terminal");
                    answer(call, 200, byTerminal ? byTerminal() : byPlace());
                }
            }
        }

        /** {@code /fake/press/CODE/NUMBER/OPTION}; a number seen before is not counted again. */
        private void press(String[] path) {
            int number = Integer.parseInt(path[4]);
            if (number > last.getOrDefault(path[3], 0)) {
                last.put(path[3], number);
                counts.computeIfPresent(path[3], (code, c) -> c.plusOne(Integer.parseInt(path[5])));
            }
        }

        private TerminalList terminals() {
            List<TerminalInfo> list = new ArrayList<>();
            codes.forEach((code, r) -> list.add(new TerminalInfo(
                    "t-" + code,
                    r.name(),
                    r.location(),
                    "",
                    "",
                    false,
                    0,
                    0,
                    0,
                    0,
                    "fake",
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    false,
                    List.of())));
            return new TerminalList(list);
        }

        private TerminalFigures byTerminal() {
            List<TerminalFigures.Row> rows = new ArrayList<>();
            counts.forEach((code, c) -> rows.add(
                    new TerminalFigures.Row("t-" + code, codes.get(code).location(), c.byOption(), c.total())));
            return new TerminalFigures(rows);
        }

        private Figures byPlace() {
            Town town = new Town(List.copyOf(places.values()), List.of());
            List<Figures.Row> rows = new ArrayList<>();
            for (String place : places.keySet()) {
                Counts sum = Counts.sum(codes.keySet().stream()
                        .filter(code -> town.inBranch(codes.get(code).location(), place))
                        .map(counts::get)
                        .toList());
                if (FAULT.equals("lose") && place.equals("uimahalli")) {
                    sum = new Counts(Map.of(1, sum.total() + 1));
                }
                rows.add(new Figures.Row(place, sum.byOption(), sum.total()));
            }
            return new Figures(rows);
        }

        private void answer(HttpExchange call, int status, Object body) throws IOException {
            byte[] bytes = codec.write(body);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    /** Stores edges from standard input and sends them on when the network lets it. */
    private record Kiosk(String server, String code, BlockingQueue<String> outbox) {
        Kiosk(String server, String code) {
            this(server, code, new LinkedBlockingQueue<>());
        }

        void run() throws Exception {
            Thread sync = new Thread(this::sync);
            sync.setDaemon(true);
            sync.start();
            List<String> lines =
                    Arrays.asList(System.getenv("HYMIO_KIOSK_GPIO_LINES").split(","));
            say("Hymiö terminal ready");
            say("config 1");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            int number = 0;
            for (String edge = in.readLine(); edge != null; edge = in.readLine()) {
                int option = lines.indexOf(edge.split(" ")[0]) + 1;
                if (edge.endsWith(" 1") || (FAULT.equals("deaf") && code.equals("CODE-0"))) {
                    continue;
                }
                number++;
                outbox.add(number + "/" + option);
                say("stored " + number + " " + option);
                if (FAULT.equals("die") && code.equals("CODE-2")) {
                    System.err.println("The card is full: nothing more can be stored.");
                    System.exit(9);
                }
            }
        }

        private void sync() {
            try {
                while (true) {
                    String press = outbox.peek();
                    if (press != null && sent(press)) {
                        outbox.take();
                        say("settled 1 pending " + outbox.size());
                    } else {
                        Thread.sleep(100);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean sent(String press) {
            try {
                var url =
                        URI.create(server + "fake/press/" + code + "/" + press).toURL();
                HttpURLConnection call = (HttpURLConnection) url.openConnection();
                return call.getResponseCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }
    }

    private FakeHymio() {}
}
