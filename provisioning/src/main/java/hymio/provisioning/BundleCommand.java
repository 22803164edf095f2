package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.api.ServerException;
import hymio.provisioning.print.Table;
import hymio.wire.BundleFile;
import hymio.wire.BundleReceipt;
import hymio.wire.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code provision bundle}: brings in what terminals without a network wrote to a stick. */
@Command(
        name = "bundle",
        description = "Bring in files that terminals without a network wrote to a stick. The same file may come again:"
                + " each press counts once.")
final class BundleCommand implements Callable<Integer> {
    private final Provision provision;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, or folders whose files ending in " + BundleFile.SUFFIX + " are brought in.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private List<Path> paths;

    BundleCommand(Provision provision) {
        this.provision = provision;
    }

    /** What became of one file; either there is a receipt, or it says why there is none. */
    private record Line(String file, Optional<BundleReceipt> receipt, Optional<String> refused) {}

    /** What {@code --json} prints. */
    private record Lines(List<Line> bundles) {}

    @Override
    public Integer call() {
        List<Path> files = paths.stream().flatMap(path -> files(path).stream()).toList();
        List<Line> lines = new ArrayList<>();
        try (ServerApi server = provision.open()) {
            for (Path file : files) {
                lines.add(line(server, file));
            }
        } finally {
            if (!lines.isEmpty()) { // also when the server went away in the middle: what was taken is taken
                provision.print(new Lines(lines), () -> table(lines));
            }
        }
        boolean allTaken = lines.stream().allMatch(line -> line.refused().isEmpty());
        return allTaken ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> bundles = all.filter(file -> file.toString().endsWith(BundleFile.SUFFIX))
                    .sorted()
                    .toList();
            if (bundles.isEmpty()) {
                throw new BadFileException(
                        "There is no file ending in " + BundleFile.SUFFIX + " in " + path + ".", null);
            }
            return bundles;
        } catch (IOException e) {
            throw JsonFile.unreadable(path, e);
        }
    }

    /** @throws ServerException when the next file would fare no better */
    private static Line line(ServerApi server, Path file) {
        try {
            BundleReceipt receipt = server.bundle(JsonFile.bytes(file, Limits.BODY_BYTES));
            return new Line(file.toString(), Optional.of(receipt), Optional.empty());
        } catch (NoSuchFileException e) {
            return refused(file, "There is no such file.");
        } catch (IOException e) {
            return refused(file, "It cannot be read (" + e.getMessage() + ").");
        } catch (BadFileException e) {
            return refused(file, String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            if (e.refusesContent()) {
                return refused(file, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static Line refused(Path file, String why) {
        return new Line(file.toString(), Optional.empty(), Optional.of(why));
    }

    private static String table(List<Line> lines) {
        Table table = new Table(
                Table.words("FILE"),
                Table.words("TERMINAL"),
                Table.numbers("NEW"),
                Table.numbers("KNOWN"),
                Table.numbers("CONFLICTS"),
                Table.numbers("LEFT OUT"),
                Table.words("OUTCOME"));
        lines.forEach(line -> line.receipt()
                .ifPresentOrElse(
                        it -> table.row(
                                line.file(),
                                it.terminal(),
                                it.stored(),
                                it.known(),
                                it.conflicts(),
                                it.refused(),
                                "taken"),
                        () -> table.row(
                                line.file(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "refused: " + line.refused().orElse(""))));
        return table.toString();
    }
}
