package hymio.server.staff;

import hymio.wire.TerminalInfo;
import hymio.wire.UnitInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A terminal as the page of its location shows it.
 *
 * @param place where it stands, empty when that is the page's own location
 * @param seen when it was last heard of, in words
 * @param troubles what is wrong, in words
 * @param machine which machine stands there and since when, in words; may be empty
 */
public record TerminalRow(
        String id,
        String name,
        String place,
        Figures.Recent recent,
        String seen,
        boolean revoked,
        List<String> troubles,
        String machine) {

    /** Writes rows in one language at one moment. */
    record Writer(Words words, Instant now) {
        TerminalRow row(TerminalInfo info, Figures.Recent recent, String place, ZoneId zone) {
            String seen = info.lastSeen().isEmpty()
                    ? words.t("when.never")
                    : words.when(Instant.parse(info.lastSeen()), now, zone);
            return new TerminalRow(
                    info.id(),
                    info.name(),
                    place,
                    recent,
                    seen,
                    info.revoked(),
                    new Troubles(words).of(info),
                    info.unitNow().map(unit -> machine(unit, zone)).orElse(""));
        }

        /** Which machine stands there now and since when; empty while it has told no word and was never changed. */
        private String machine(UnitInfo unit, ZoneId zone) {
            String since = words.date("date", Instant.parse(unit.since()).atZone(zone));
            if (!unit.unit().isEmpty()) {
                return words.t("unit." + unit.came().name().toLowerCase(Locale.ROOT), unit.unit(), since);
            }
            return unit.came() == UnitInfo.Came.SWAPPED ? words.t("unit.swapped.unnamed", "", since) : "";
        }
    }
}
