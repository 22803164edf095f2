package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.Table;
import hymio.wire.Place;
import hymio.wire.PlaceList;
import hymio.wire.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provision location}: the tree of places where terminals stand. */
@Command(name = "location", description = "The tree of places where terminals stand.")
final class LocationCommand extends Group {
    private final Provision provision;

    LocationCommand(Provision provision) {
        this.provision = provision;
    }

    @Command(name = "add", description = "Add a location. The same again is fine; other content for a known id is not.")
    void add(
            @Option(names = "--id", required = true, paramLabel = "ID", description = "Short name, never changed.")
                    String id,
            @Option(names = "--name-fi", required = true, paramLabel = "TEXT", description = "Name in Finnish.")
                    String fi,
            @Option(names = "--name-sv", paramLabel = "TEXT", description = "Name in Swedish (default: as in Finnish).")
                    @Nullable
                    String sv,
            @Option(names = "--name-en", paramLabel = "TEXT", description = "Name in English (default: as in Finnish).")
                    @Nullable
                    String en,
            @Option(names = "--parent", paramLabel = "ID", description = "The location above (default: none).")
                    @Nullable
                    String parent,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            defaultValue = "Europe/Helsinki",
                            description = "Time zone of its days (default: ${DEFAULT-VALUE}).")
                    String zone) {
        Texts name = Texts.of(
                provision.text("--name-fi", fi),
                provision.text("--name-sv", sv == null ? fi : sv),
                provision.text("--name-en", en == null ? fi : en));
        Place place = new Place(id, name, parent == null ? "" : parent, zone);
        try (ServerApi server = provision.open()) {
            Place added = server.add(place);
            provision.print(added, () -> "The location stands: " + added.id() + ", " + name(added));
        }
    }

    @Command(name = "list", description = "Every location, as a tree.")
    void list() {
        try (ServerApi server = provision.open()) {
            PlaceList places = server.locations();
            provision.print(places, () -> tree(places));
        }
    }

    private static String tree(PlaceList places) {
        Table table = new Table(Table.words("LOCATION"), Table.words("ID"), Table.words("ZONE"));
        Map<String, Integer> depths = new HashMap<>();
        for (Place place : places.locations()) {
            int depth = depths.getOrDefault(place.parent(), -1) + 1;
            depths.put(place.id(), depth);
            table.row("  ".repeat(depth) + name(place), place.id(), place.zone());
        }
        return table.toString();
    }

    private static String name(Place place) {
        return place.name().in("fi");
    }
}
