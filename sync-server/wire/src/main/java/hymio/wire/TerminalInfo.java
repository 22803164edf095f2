package hymio.wire;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One terminal as scripts and lists see it.
 *
 * @param location where it stands now
 * @param enrolled ISO 8601 in UTC
 * @param lastSeen ISO 8601 in UTC, empty if it never synced
 * @param revoked whether the server refuses it
 * @param minted highest numbers of its journals, summed: presses it says it has stored
 * @param received responses the server holds from it
 * @param conflicts numbers that arrived again with other content
 * @param pending responses it last said it still holds
 * @param problems words of its last heartbeat
 * @param refused the config that it could not show, by its last heartbeat
 * @param units machines that stood as this terminal, in the order in which they came; the last by enrolment stands now
 * @param copied whether several machines use its card in turns
 * @param alarms what is wrong and what to do, sentences in the language of whoever asks
 */
public record TerminalInfo(
        String id,
        String name,
        String location,
        String enrolled,
        String lastSeen,
        boolean revoked,
        long minted,
        long received,
        long conflicts,
        long pending,
        String app,
        List<String> problems,
        Optional<Heartbeat.Refusal> refused,
        List<UnitInfo> units,
        boolean copied,
        List<String> alarms) {
    public TerminalInfo {
        problems = List.copyOf(problems);
        units = List.copyOf(units);
        alarms = List.copyOf(alarms);
    }

    /** The machines that its present enrolment is used by; several when its card was moved or copied. */
    public List<UnitInfo> unitsNow() {
        int first = units.size() - 1;
        while (first > 0 && units.get(first).came() == UnitInfo.Came.CARD) {
            first--;
        }
        return units.subList(Math.max(0, first), units.size());
    }

    /** The machine that stands there: of those the one that called last. Empty when nothing is known of any. */
    public Optional<UnitInfo> unitNow() {
        return unitsNow().stream()
                .max(Comparator.comparing(
                        unit -> unit.lastSeen().isEmpty() ? Instant.MIN : Instant.parse(unit.lastSeen())));
    }

    /** The same terminal with what is wrong told in words. */
    public TerminalInfo told(List<String> sentences) {
        return new TerminalInfo(
                id, name, location, enrolled, lastSeen, revoked, minted, received, conflicts, pending, app, problems,
                refused, units, copied, sentences);
    }
}
