package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.e2e.PressedTerminal.Promise;
import hymio.provisioning.api.ServerApi;
import hymio.provisioning.api.TerminalFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the server shows, holds and was promised, side by side, when all is healed. */
final class Reckoning {
    /**
     * Stops the server by SIGKILL and compares: each promised response is held once with its option, no number is
     * missing, at most one response a kill was never promised, and the figures equal a recount of what is held.
     *
     * @param data the server's folder as this process sees it
     * @return the counts as a line for people
     */
    static String settle(TownServer town, Path data, List<PressedTerminal> terminals) throws Exception {
        Map<String, Map<Integer, Long>> shown = shown(town);
        town.kill();
        List<Held> held = Held.all(data);
        assertThat(shown).as("figures and a recount").isEqualTo(recount(held));
        terminals.forEach(it -> compare(it, held));
        return line(terminals, held);
    }

    private static void compare(PressedTerminal terminal, List<Held> all) {
        List<Held> held =
                all.stream().filter(it -> it.terminal().equals(terminal.name())).toList();
        List<Promise> unpromised = new ArrayList<>(
                held.stream().map(it -> new Promise(it.number(), it.option())).toList());
        List<Promise> lost = terminal.promised().stream()
                .filter(promise -> !unpromised.remove(promise))
                .toList();
        assertThat(lost).as("%s: promised and not held", terminal.name()).isEmpty();
        assertThat(unpromised)
                .as("%s: held and not promised, one a kill", terminal.name())
                .hasSizeLessThanOrEqualTo(terminal.kills());
        held.stream()
                .collect(Collectors.groupingBy(Held::source, Collectors.mapping(Held::number, Collectors.toList())))
                .forEach((source, numbers) -> assertThat(numbers)
                        .as("%s: numbers of journal %d, none missing, none twice", terminal.name(), source)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size())
                                .boxed()
                                .toList()));
    }

    /** A terminal whose disk is well has one journal for ever. */
    static void expectOneJournal(Path data, PressedTerminal terminal) throws IOException, SQLException {
        assertThat(Held.all(data).stream()
                        .filter(it -> it.terminal().equals(terminal.name()))
                        .map(Held::source)
                        .distinct())
                .as("journals of %s", terminal.name())
                .hasSize(1);
    }

    private static String line(List<PressedTerminal> terminals, List<Held> held) {
        int promised = terminals.stream().mapToInt(it -> it.promised().size()).sum();
        return "terminals killed %d | pressed %d | said sorry %d | thanked %d | held %d | lost 0 | doubled 0"
                .formatted(
                        terminals.stream().mapToInt(PressedTerminal::kills).sum(),
                        terminals.stream().mapToInt(PressedTerminal::pressed).sum(),
                        terminals.stream().mapToInt(PressedTerminal::notStored).sum(),
                        promised,
                        held.size());
    }

    /** Terminal → option → how many the server shows. */
    private static Map<String, Map<Integer, Long>> shown(TownServer town) {
        Map<String, Map<Integer, Long>> counts = new HashMap<>();
        LocalDate today = LocalDate.now();
        try (ServerApi api = new ServerApi(town.url, town.token, Duration.ofSeconds(30))) {
            TerminalFigures figures = api.terminalFigures("kirjasto", today.minusDays(1), today.plusDays(1));
            figures.rows().forEach(row -> row.options().forEach((option, count) -> add(counts, row, option, count)));
        }
        return counts;
    }

    private static void add(Map<String, Map<Integer, Long>> counts, TerminalFigures.Row row, int option, long count) {
        if (count > 0) {
            counts.computeIfAbsent(row.terminal(), unused -> new HashMap<>()).merge(option, count, Long::sum);
        }
    }

    private static Map<String, Map<Integer, Long>> recount(List<Held> held) {
        return held.stream()
                .filter(Held::counts)
                .collect(Collectors.groupingBy(
                        Held::terminalId, Collectors.groupingBy(Held::option, Collectors.counting())));
    }

    private Reckoning() {}
}
