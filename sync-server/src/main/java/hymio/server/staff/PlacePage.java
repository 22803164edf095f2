package hymio.server.staff;

import hymio.server.access.Permit;
import hymio.server.tally.Completeness;
import hymio.wire.Place;
import hymio.wire.TerminalInfo;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of one location and the branch below it. */
public final class PlacePage {
    private final Figures all;

    PlacePage(Figures all) {
        this.all = all;
    }

    /** A link to a location. */
    public record Link(String id, String name) {}

    /** A location right below this one. */
    public record Below(Link place, Figures.Recent recent) {}

    /**
     * A bar of the chart as a line of the table.
     *
     * @param estimated how many of its presses have an estimated time
     */
    public record Line(String when, FaceCounts counts, long estimated) {}

    /**
     * @param above from the top down
     * @param address of this page, without the choice of period
     * @param today the local day, in words
     * @param weeks the four weeks, in words
     */
    public record View(
            String name,
            String address,
            List<Link> above,
            Figures.Recent recent,
            String today,
            String weeks,
            Graph graph,
            List<TerminalRow> terminals,
            List<Below> below) {}

    /**
     * The chart and its table.
     *
     * @param sum of all bars
     * @param arrived how complete they are
     */
    public record Graph(Period period, Chart chart, List<Line> lines, FaceCounts sum, Completeness arrived) {}

    LivePage.Middle read(Context ctx) {
        return new Reading(all.seenBy(Permit.of(ctx))).read(ctx);
    }

    /** One request's, of figures that whoever asks may see. */
    private record Reading(Figures figures) {
        LivePage.Middle read(Context ctx) {
            PlaceTree tree = figures.tree();
            Place place = tree.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
            Words words = new Words(Language.of(ctx));
            Period period = Period.of(ctx.queryParam("period"));
            View view = view(tree, place, words, period);
            String path = period == Period.DAYS ? view.address() : view.address() + "?period=" + period.word();
            String summary =
                    words.t("place.summary", view.name(), view.recent().today().total());
            return new LivePage.Middle(view.name(), path, summary, "place", view);
        }

        private View view(PlaceTree tree, Place place, Words words, Period period) {
            Map<String, Figures.Recent> byLocation = figures.byLocation(place);
            Set<String> branch = tree.branch(place);
            List<TerminalInfo> here = figures.terminals().get().stream()
                    .filter(terminal -> branch.contains(terminal.location()))
                    .toList();
            Figures.Recent recent = byLocation.getOrDefault(place.id(), Figures.Recent.NONE);
            LocalDate today = figures.today(place);
            return new View(
                    name(place, words),
                    "/places/" + place.id(),
                    tree.above(place).stream().map(it -> link(it, words)).toList(),
                    recent,
                    words.date("date.weekday", today),
                    words.t(
                            "period.range",
                            words.date("date.short", Period.DAYS.first(today)),
                            words.date("date", today)),
                    graph(place, words, period, recent.weeks().emptied()),
                    terminals(tree, place, words, here),
                    below(tree, place, words, byLocation));
        }

        private Graph graph(Place place, Words words, Period period, FaceCounts empty) {
            LocalDate today = figures.today(place);
            Figures.Series series = figures.series(place, period);
            List<Line> lines = new ArrayList<>();
            List<Chart.Slot> slots = new ArrayList<>();
            for (LocalDateTime start : period.starts(today)) {
                String mark = period.marked(start, today) ? words.date("mark." + period.word(), start) : "";
                Line line = new Line(
                        words.date("name." + period.word(), start),
                        series.counts().getOrDefault(start, empty),
                        series.estimated().getOrDefault(start, 0L));
                lines.add(line);
                slots.add(new Chart.Slot(mark, name(line, words), line.counts(), line.estimated()));
            }
            FaceCounts sum = lines.stream().map(Line::counts).reduce(empty, FaceCounts::plus);
            return new Graph(period, Chart.of(slots), lines, sum, series.arrived());
        }

        private static String name(Line line, Words words) {
            FaceCounts counts = line.counts();
            String name = words.t("chart.bar", line.when(), counts.total(), words.index(counts.index()));
            return line.estimated() == 0 ? name : words.t("chart.bar.estimated", name, line.estimated());
        }

        private List<TerminalRow> terminals(PlaceTree tree, Place place, Words words, List<TerminalInfo> here) {
            Map<String, Figures.Recent> byTerminal = figures.byTerminal(place);
            TerminalRow.Writer writer =
                    new TerminalRow.Writer(words, figures.clock().instant());
            return here.stream()
                    .map(terminal -> {
                        Place stands = tree.find(terminal.location()).orElse(place);
                        return writer.row(
                                terminal,
                                byTerminal.getOrDefault(terminal.id(), Figures.Recent.NONE),
                                stands.equals(place) ? "" : name(stands, words),
                                ZoneId.of(stands.zone()));
                    })
                    .toList();
        }

        private static List<Below> below(
                PlaceTree tree, Place place, Words words, Map<String, Figures.Recent> byLocation) {
            return tree.below(place).stream()
                    .map(it -> new Below(link(it, words), byLocation.getOrDefault(it.id(), Figures.Recent.NONE)))
                    .toList();
        }

        private static Link link(Place place, Words words) {
            return new Link(place.id(), name(place, words));
        }

        private static String name(Place place, Words words) {
            return place.name().in(words.language().tag());
        }
    }
}
