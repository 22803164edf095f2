package hymio.server.staff;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/main/jte}, made into classes by the build. Thread-safe. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "hymio.server.staff.jte");

    String render(String template, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", parameters, out);
        return out.toString();
    }

    /** A whole page around rendered content. */
    String page(Frame frame, String content) {
        return render("layout", Map.of("frame", frame, "content", (Content) out -> out.writeContent(content)));
    }
}
