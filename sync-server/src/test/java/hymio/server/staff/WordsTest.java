package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Words fi = new Words(Language.FI);
    private final Words sv = new Words(Language.SV);
    private final Words en = new Words(Language.EN);

    @Test
    void numbersStandAsEachLanguageWritesThem() {
        assertThat(fi.number(1_204)).isEqualTo("1\u00a0204");
        assertThat(sv.number(1_204)).isEqualTo("1\u00a0204");
        assertThat(en.number(1_204)).isEqualTo("1,204");
        assertThat(fi.index(OptionalDouble.of(78.24))).isEqualTo("78,2");
        assertThat(en.index(OptionalDouble.of(100))).isEqualTo("100.0");
        assertThat(fi.index(OptionalDouble.empty())).isEqualTo("–");
        assertThat(fi.percent(0.524)).isEqualTo("52\u00a0%");
        assertThat(en.percent(0.524)).isEqualTo("52%");
        assertThat(fi.shortNumber(1_200_000)).isEqualTo("1,2\u00a0milj.");
        assertThat(fi.shortNumber(99_999)).isEqualTo("99\u00a0999");
    }

    @Test
    void datesStandAsEachLanguageWritesThem() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(fi.date("date", day)).isEqualTo("21.11.2026");
        assertThat(sv.date("date", day)).isEqualTo("21.11.2026");
        assertThat(en.date("date", day)).isEqualTo("21 Nov 2026");
    }

    @Test
    void timesAgoAreWordsThatStayTrueForAWhile() {
        assertThat(ago(Duration.ofSeconds(70))).isEqualTo("juuri äsken");
        assertThat(ago(Duration.ofSeconds(-70))).isEqualTo("juuri äsken");
        assertThat(ago(Duration.ofMinutes(12))).isEqualTo("12 min sitten");
        assertThat(ago(Duration.ofHours(2))).isEqualTo("tänään klo 13.40");
        assertThat(ago(Duration.ofHours(20))).isEqualTo("eilen klo 19.40");
        assertThat(ago(Duration.ofDays(30))).isEqualTo("22.10.2026");
    }

    private String ago(Duration ago) {
        Instant now = Town.NOW;
        return fi.when(now.minus(ago), now, HELSINKI);
    }
}
