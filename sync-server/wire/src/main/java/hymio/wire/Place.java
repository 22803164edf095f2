package hymio.wire;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * A location as a terminal and a script see it.
 *
 * @param id chosen by the administrator, never changed
 * @param name in each language
 * @param parent id of the location above, empty for the top
 * @param zone IANA time zone; its days are the location's own days
 */
public record Place(String id, Texts name, String parent, String zone) {
    public Place {
        Check.id("id", id);
        name.byLanguage().values().forEach(text -> Check.text("name", text, Limits.NAME));
        if (!parent.isEmpty()) {
            Check.id("parent", parent);
        }
        try {
            zone = ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new BadValueException("zone", "must be an IANA time zone such as Europe/Helsinki, not " + zone);
        }
    }
}
