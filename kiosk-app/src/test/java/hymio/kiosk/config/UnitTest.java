package hymio.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTest {
    @TempDir
    Path folder;

    @Test
    void wordIsAHashOfTheFirstNumberThatTheMachineHas() throws IOException {
        Path serial = folder.resolve("serial-number");
        Path board = Files.writeString(folder.resolve("product_uuid"), "4c4c4544-0042\n");
        assertThat(Unit.of(List.of(serial, board)).word()).matches("[0-9a-f]{16}");
        String byBoard = Unit.of(List.of(serial, board)).word();
        Files.writeString(serial, "100000003d1d1c36\0");
        assertThat(Unit.of(List.of(serial, board)).word()).isNotEqualTo(byBoard).isEqualTo("c18d17e136c4b8c9");
        Files.writeString(serial, "\0");
        assertThat(Unit.of(List.of(serial, board)).word()).isEqualTo(byBoard);
    }

    @Test
    void machineWithoutANumberHasNoWord() {
        assertThat(Unit.of(List.of(folder.resolve("none"))).word()).isEmpty();
    }
}
