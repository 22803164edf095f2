package hymio.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person sent with a form. Fields may be secret: prints their names only.
 *
 * @param fields name → first value
 */
public record Form(Map<String, String> fields) {
    public Form {
        fields = Map.copyOf(fields);
    }

    /** @throws IllegalArgumentException when it is no {@code application/x-www-form-urlencoded} */
    static Form parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.putIfAbsent(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
        }
        return new Form(fields);
    }

    /** The value; nothing typed and no such field are both "". */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
