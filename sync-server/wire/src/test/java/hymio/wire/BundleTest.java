package hymio.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final byte[] SECRET = new byte[32];
    private static final Batch BATCH = new Batch(
            WireCodecTest.JOURNAL,
            1,
            WireCodecTest.SENT,
            List.of(new Response(1, 1, "service@1", 2, WireCodecTest.SENT)),
            WireCodecTest.WELL,
            List.of(new BootTime(WireCodecTest.JOURNAL, OptionalLong.empty(), OptionalLong.of(5), OptionalLong.of(9))));

    private final WireCodec codec = new WireCodec();

    @Test
    void bundleOfVersion1IsReadAndWrittenForEver() throws IOException {
        Bundle bundle = codec.read(Golden.v1("bundle"), Bundle.class);
        assertThat(bundle).isEqualTo(new Bundle("t-4k7m2p9x", List.of(BATCH)));
        assertThat(codec.write(bundle))
                .asString()
                .isEqualTo(new String(Golden.v1("bundle"), StandardCharsets.UTF_8).strip());
    }

    @Test
    void fileIsReadAsItWasSigned() {
        BundleFile read = BundleFile.read(signed().bytes());
        assertThat(read.terminal()).isEqualTo("t-4k7m2p9x");
        assertThat(read.signedWith(SECRET)).isTrue();
        assertThat(codec.read(codec.gunzip(read.packed()), Bundle.class).batches())
                .containsExactly(BATCH);
    }

    @Test
    void anyChangedByteIsSeen() {
        byte[] bytes = signed().bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(accepted(changed)).as("byte %d changed", i).isFalse();
        }
    }

    @Test
    void anotherTerminalsSecretSignsNothingHere() {
        byte[] other = SECRET.clone();
        other[0] = 1;
        assertThat(signed().signedWith(other)).isFalse();
    }

    @Test
    void otherFilesAreRefusedWithWhatToDo() {
        for (String text : List.of("", "\n", "PK", "hymio-bundle 2 t-1 abc\nx", "hymio-bundle 1 T abc\nx")) {
            assertThatThrownBy(() -> BundleFile.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(BadWireException.class)
                    .hasMessageContaining(".hymio");
        }
    }

    @Test
    void bundleHoldsALimitedNumberOfBatches() {
        List<Batch> many = Collections.nCopies(Limits.BUNDLE_BATCHES + 1, BATCH);
        assertThatThrownBy(() -> new Bundle("t-4k7m2p9x", many)).hasMessageContaining("batches");
    }

    @Test
    void batchNamesEachBootOnce() {
        List<BootTime> twice = Collections.nCopies(2, BootTime.trusted(WireCodecTest.JOURNAL, 5));
        assertThatThrownBy(() ->
                        new Batch(WireCodecTest.JOURNAL, 0, WireCodecTest.SENT, List.of(), WireCodecTest.WELL, twice))
                .hasMessageContaining("boots");
    }

    private boolean accepted(byte[] bytes) {
        try {
            return BundleFile.read(bytes).signedWith(SECRET);
        } catch (BadWireException e) {
            return false;
        }
    }

    private BundleFile signed() {
        byte[] packed = codec.gzip(codec.write(new Bundle("t-4k7m2p9x", List.of(BATCH))));
        return BundleFile.sign("t-4k7m2p9x", SECRET, packed);
    }
}
