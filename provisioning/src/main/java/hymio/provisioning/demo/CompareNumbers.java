package hymio.provisioning.demo;

import hymio.provisioning.api.Figures;
import hymio.provisioning.api.ServerApi;
import hymio.provisioning.api.TerminalFigures;
import hymio.wire.TerminalInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the server shows and puts it beside what was pressed and stored. */
final class CompareNumbers {
    private final Town town;
    private final ServerApi server;
    private final List<Terminal> terminals;
    private final Clock clock;
    private final LocalDate from;

    /** Figures are read from the day before this is made, so that no time zone and no midnight hides a press. */
    CompareNumbers(Town town, ServerApi server, List<Terminal> terminals, Clock clock) {
        this.town = town;
        this.server = server;
        this.terminals = terminals;
        this.clock = clock;
        this.from = today().minusDays(1);
    }

    Comparison compare() {
        LocalDate to = today().plusDays(1);
        Figures places = server.figures(town.top(), from, to);
        TerminalFigures stations = server.terminalFigures(town.top(), from, to);
        return new Comparison(
                town,
                byStation(Terminal::pressed),
                byStation(Terminal::stored),
                byStation(stations),
                places.rows().stream()
                        .collect(Collectors.toMap(
                                Figures.Row::location, row -> new Counts(row.options()), CompareNumbers::plus)));
    }

    private Map<String, Counts> byStation(Function<Terminal, Counts> count) {
        return terminals.stream().collect(Collectors.toMap(t -> t.station().name(), count));
    }

    private Map<String, Counts> byStation(TerminalFigures figures) {
        Map<String, String> names =
                server.terminals().terminals().stream().collect(Collectors.toMap(TerminalInfo::id, TerminalInfo::name));
        return figures.rows().stream()
                .collect(Collectors.toMap(
                        row -> names.getOrDefault(row.terminal(), row.terminal()),
                        row -> new Counts(row.options()),
                        CompareNumbers::plus));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of(town.places().getFirst().zone())));
    }

    private static Counts plus(Counts one, Counts other) {
        return Counts.sum(List.of(one, other));
    }
}
