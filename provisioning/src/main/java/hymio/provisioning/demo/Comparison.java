package hymio.provisioning.demo;

import hymio.provisioning.print.Table;
import hymio.wire.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the visitors pressed, what the terminals stored and what the server shows, side by side.
 *
 * @param pressed station name → presses the demo made there
 * @param stored station name → responses the terminal said it has stored
 * @param byStation station name → what the server shows for the terminal
 * @param byPlace place id → what the server shows for the place and all below it
 */
record Comparison(
        Town town,
        Map<String, Counts> pressed,
        Map<String, Counts> stored,
        Map<String, Counts> byStation,
        Map<String, Counts> byPlace) {
    Comparison {
        pressed = Map.copyOf(pressed);
        stored = Map.copyOf(stored);
        byStation = Map.copyOf(byStation);
        byPlace = Map.copyOf(byPlace);
    }

    /** Each inequality in words, options included; none when all numbers agree. */
    List<String> differences() {
        List<String> all = new ArrayList<>();
        for (Station station : town.stations()) {
            String name = station.name();
            Counts truth = of(pressed, name);
            compare(all, "Terminal " + name, truth, "stored", of(stored, name));
            compare(all, "Terminal " + name, truth, "shown", of(byStation, name));
        }
        for (Place place : town.places()) {
            compare(all, "Location " + place.id(), branch(pressed, place), "shown", of(byPlace, place.id()));
        }
        return all;
    }

    /** One row for each place, those below a place indented under it. */
    Table table() {
        Table table = new Table(
                Table.words("LOCATION"),
                Table.numbers("PRESSED"),
                Table.numbers("STORED"),
                Table.numbers("SHOWN"),
                Table.words(""));
        Map<String, Integer> depths = town.depths();
        for (Place place : town.places()) {
            Counts presses = branch(pressed, place);
            Counts shown = of(byPlace, place.id());
            Counts kept = branch(stored, place);
            table.row(
                    "  ".repeat(depths.getOrDefault(place.id(), 0))
                            + place.name().in("fi"),
                    presses.total(),
                    kept.total(),
                    shown.total(),
                    presses.equals(kept) && presses.equals(shown) ? "" : "differs");
        }
        return table;
    }

    private Counts branch(Map<String, Counts> counts, Place top) {
        return Counts.sum(town.stations().stream()
                .filter(s -> town.inBranch(s.location(), top.id()))
                .map(s -> of(counts, s.name()))
                .toList());
    }

    private static Counts of(Map<String, Counts> counts, String key) {
        return counts.getOrDefault(key, Counts.NONE);
    }

    private static void compare(List<String> all, String where, Counts pressed, String what, Counts other) {
        if (!pressed.equals(other)) {
            all.add(where + ": pressed " + pressed + ", " + what + " " + other);
        }
    }
}
