package hymio.wire;

import static hymio.wire.Samples.assertRefused;
import static hymio.wire.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {
    private static final Behaviour QUIET =
            new Behaviour(true, 15, 30, 0, Optional.of(new Behaviour.Sleep("21:00", "07:30")));
    private static final String JSON = json(QUIET);

    @Test
    void behaviourReadsBackEqual() {
        assertThat(Samples.read(JSON, Behaviour.class)).isEqualTo(QUIET);
        assertThat(json(Behaviour.USUAL)).doesNotContain("sleep");
        assertThat(Samples.read(json(Behaviour.USUAL), Behaviour.class)).isEqualTo(Behaviour.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "'roundMinutes\":15','roundMinutes\":10','roundMinutes must be 0, 5, 15 or 30, not 10'",
        "'idleSeconds\":30','idleSeconds\":9',idleSeconds must be from 10 to 120",
        "'idleSeconds\":30','idleSeconds\":121',idleSeconds must be from 10 to 120",
        "'volumePercent\":0','volumePercent\":101',volumePercent must be from 0 to 100",
        "'volumePercent\":0','volumePercent\":-1',volumePercent must be from 0 to 100",
        "'discreet\":true','discreet\":1',The field discreet",
        "'\"discreet\":true,','',The field discreet is missing",
        "21:00,24:00,sleep.from must be a time from 00:00 to 23:59",
        "21:00,7:30,sleep.from must be a time from 00:00 to 23:59",
        "07:30,07:60,sleep.to must be a time from 00:00 to 23:59",
        "07:30,21:00,sleep.to must not be the same as from",
    })
    void valuesOutsideTheirRangeAreRefused(String good, String bad, String reason) {
        String broken = JSON.replace(good, bad);
        assertThat(broken).isNotEqualTo(JSON);
        assertRefused(broken, Behaviour.class, reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 15, 30})
    void pressTimesMayBeRoundedToThese(int minutes) {
        assertThat(new Behaviour(false, minutes, 10, 100, Optional.empty()).roundMinutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "21:00,07:30,1259,false", "21:00,07:30,1260,true", "21:00,07:30,0,true", "21:00,07:30,449,true",
        "21:00,07:30,450,false", "01:00,05:00,59,false", "01:00,05:00,60,true", "01:00,05:00,300,false",
        "23:59,00:00,1439,true", "23:59,00:00,0,false",
    })
    void sleepLastsFromOneTimeToTheOtherAlsoOverMidnight(String from, String to, int minute, boolean dark) {
        assertThat(new Behaviour.Sleep(from, to).at(minute)).isEqualTo(dark);
    }
}
