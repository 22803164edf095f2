package hymio.server.metrics;

import hymio.server.db.Db;
import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntSupplier;

/** {@code GET /metrics}. */
public final class MetricsApi {
    private final Meter meter;
    private final FleetStore fleet;
    private final IntSupplier waiting;
    private final InstantSource clock;

    /** @param waiting batches that wait for the writer now */
    public MetricsApi(Meter meter, Db db, IntSupplier waiting, InstantSource clock) {
        this.meter = meter;
        this.fleet = new FleetStore(db);
        this.waiting = waiting;
        this.clock = clock;
    }

    public void metrics(Context ctx) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        writer.write(text, snapshots());
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(writer.getContentType());
        ctx.result(text.toByteArray());
    }

    private MetricSnapshots snapshots() {
        Meter.Counts counts = meter.counts();
        FleetStore.Fleet terminals = fleet.fleet(clock.millis());
        return MetricSnapshots.of(
                counter(
                        "hymio_responses",
                        "Responses in batches with a receipt since the start, by what came of them.",
                        "outcome",
                        Map.of("stored", counts.stored(), "known", counts.known(), "conflict", counts.conflicts())),
                counter(
                        "hymio_batches",
                        "Batches since the start, by answer.",
                        "answer",
                        Map.of("receipt", counts.batches(), "refused", counts.refused(), "busy", counts.busy())),
                CounterSnapshot.builder()
                        .name("hymio_batch_seconds")
                        .help("Time from the arrival of batches to their commit, together.")
                        .dataPoint(CounterDataPointSnapshot.builder()
                                .value(counts.seconds())
                                .build())
                        .build(),
                gauge("hymio_ingest_waiting", "Batches that wait for the writer.", waiting.getAsInt()),
                byState(terminals),
                gauge(
                        "hymio_terminals_pending",
                        "Responses that terminals said still wait on them.",
                        terminals.pending()),
                gauge(
                        "hymio_responses_missing",
                        "Responses whose numbers are known and that did not come.",
                        terminals.missing()),
                gauge(
                        "hymio_responses_conflicting",
                        "Responses kept aside because their number stood with other content.",
                        terminals.conflicts()));
    }

    private static GaugeSnapshot byState(FleetStore.Fleet terminals) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("hymio_terminals").help("Terminals by state; silent: for an hour.");
        Map.of("well", terminals.well(), "silent", terminals.silent(), "revoked", terminals.revoked())
                .forEach((state, number) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("state", state))
                        .value((double) number)
                        .build()));
        return gauge.build();
    }

    private static CounterSnapshot counter(String name, String help, String label, Map<String, Long> values) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((word, number) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of(label, word))
                .value((double) number)
                .build()));
        return counter.build();
    }

    private static GaugeSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                        GaugeDataPointSnapshot.builder().value((double) value).build())
                .build();
    }
}
