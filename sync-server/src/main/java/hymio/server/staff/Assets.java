package hymio.server.staff;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The files that pages need beside themselves. One hash of all of them stands in their addresses, so that browsers keep
 * them for ever and still see a new release at once. Immutable.
 */
public final class Assets {
    private static final String HERE = "/hymio/server/staff/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asset(byte[] content, String type) {}

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final String hash;

    Assets() {
        add("staff.css", HERE + "staff.css", "text/css; charset=utf-8");
        add("htmx.js", HTMX + htmxVersion() + "/dist/htmx.min.js", "text/javascript; charset=utf-8");
        add("live.js", HERE + "live.js", "text/javascript; charset=utf-8");
        add("bundles.js", HERE + "bundles.js", "text/javascript; charset=utf-8");
        add("favicon.svg", HERE + "favicon.svg", ContentType.IMAGE_SVG.getMimeType());
        add("inter-latin.woff2", HERE + "inter-latin.woff2", "font/woff2");
        add("inter-latin-ext.woff2", HERE + "inter-latin-ext.woff2", "font/woff2");
        add("inter-licence.txt", HERE + "inter-licence.txt", "text/plain; charset=utf-8");
        MessageDigest digest = Hashes.sha256();
        byName.forEach((name, asset) -> {
            digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(asset.content());
        });
        hash = Hashes.shortText(digest.digest());
    }

    /** Where a page finds a file. */
    public String url(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + hash + "/" + name;
    }

    /** {@code GET /assets/{hash}/{name}}. */
    void serve(Context ctx) {
        Asset asset = byName.get(ctx.pathParam("name"));
        if (asset == null || !ctx.pathParam("hash").equals(hash)) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", FOR_EVER).contentType(asset.type()).result(asset.content());
    }

    private void add(String name, String resource, String type) {
        byName.put(name, new Asset(read(resource), type));
    }

    private static String htmxVersion() {
        String properties = new String(
                read("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties"),
                java.nio.charset.StandardCharsets.UTF_8);
        return properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
