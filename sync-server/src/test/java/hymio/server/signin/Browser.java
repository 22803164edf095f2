package hymio.server.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** As much of a browser as sign-in sees: keeps cookies, sends Origin with forms, follows nothing. */
final class Browser {
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().followRedirects(false).build();
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)(.*)");
    private static final Pattern FIELD = Pattern.compile("name=csrf value=\"([^\"]+)\"");

    /** Name → value. */
    final Map<String, String> cookies = new LinkedHashMap<>();

    /** Sent with each request; may be changed. */
    final Map<String, String> headers = new LinkedHashMap<>();

    private final String base;

    Browser(String base) {
        this.base = base;
        headers.put("Accept-Language", "fi");
    }

    record Answer(int status, Headers headers, String body) {
        String header(String name) {
            return Optional.ofNullable(headers.get(name)).orElse("");
        }

        /** All of Set-Cookie for a cookie. */
        String cookie(String name) {
            return headers.values("Set-Cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Closes what stays open, for which a server that ends would wait. */
    static void quit() {
        HTTP.connectionPool().evictAll();
    }

    Answer get(String path) {
        return send(request(path).get());
    }

    /** Posts a form as its page would: with the hidden field and Origin. */
    Answer post(String path, String... fields) {
        String csrf = csrf();
        headers.putIfAbsent("Origin", base);
        Answer answer = send(request(path).post(form(csrf, fields)));
        headers.remove("Origin");
        return answer;
    }

    Answer post(String path, RequestBody body) {
        return send(request(path).post(body));
    }

    Answer signIn(String name, String password) {
        return post("/sign-in", "name", name, "password", password);
    }

    Answer setUp(String token, String name, String password) {
        return post("/setup", "token", token, "name", name, "password", password, "again", password);
    }

    /** The hidden field of a page with a form. */
    String csrf() {
        String known = cookies.getOrDefault("csrf", cookies.getOrDefault("__Host-csrf", ""));
        if (!known.isEmpty()) {
            return known;
        }
        Matcher field = FIELD.matcher(get("/sign-in").body());
        return field.find() ? field.group(1) : "";
    }

    static RequestBody form(String csrf, String... fields) {
        FormBody.Builder form = new FormBody.Builder();
        if (!csrf.isEmpty()) {
            form.add("csrf", csrf);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form.build();
    }

    private Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(base + path);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie", cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(Request.Builder request) {
        try (Response response = HTTP.newCall(request.build()).execute()) {
            response.headers("Set-Cookie").forEach(this::keep);
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String line) {
        Matcher cookie = COOKIE.matcher(line);
        if (cookie.matches() && cookie.group(3).contains("Expires=Thu, 01 Jan 1970")) {
            cookies.remove(cookie.group(1));
        } else if (cookie.matches()) {
            cookies.put(cookie.group(1), cookie.group(2));
        }
    }
}
