package hymio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Version 1 of the published rule. When one of these must change, the version does. */
class MisuseRuleTest {
    private static List<Boolean> counted(long... uptimes) {
        List<Boolean> counted = new ArrayList<>();
        MisuseRule rule = MisuseRule.NEVER;
        for (long uptime : uptimes) {
            rule = rule.press(uptime);
            counted.add(rule.counts());
        }
        return counted;
    }

    @Test
    void thisIsVersionOne() {
        assertThat(MisuseRule.VERSION).isEqualTo(1);
        assertThat(MisuseRule.GAP_MILLIS).isEqualTo(1_500);
    }

    @Test
    void theFirstPressCounts() {
        assertThat(counted(0)).containsExactly(true);
        assertThat(counted(Limits.UPTIME_MILLIS)).containsExactly(true);
    }

    @Test
    void aPressWithinTheGapBelongsToTheBurstAndOneAfterItDoesNot() {
        assertThat(counted(1_000, 2_500)).containsExactly(true, false);
        assertThat(counted(1_000, 2_501)).containsExactly(true, true);
    }

    @Test
    void aBurstLastsAsLongAsItGoesOn() {
        assertThat(counted(0, 1_400, 2_800, 4_200, 5_600)).containsExactly(true, false, false, false, false);
    }

    @Test
    void afterABurstTheNextPressCounts() {
        assertThat(counted(0, 100, 200, 1_701)).containsExactly(true, false, false, true);
    }

    @Test
    void aPressThatWentDownALittleEarlierBelongsToTheBurstAndDoesNotShortenIt() {
        assertThat(counted(2_000, 1_300, 3_400)).containsExactly(true, false, false);
    }

    @Test
    void aTerminalThatStartedAgainStartsAnew() {
        assertThat(counted(5_000_000, 900)).containsExactly(true, true);
    }

    @Test
    void lengthIsHowManyPressesTheBurstHas() {
        MisuseRule rule = MisuseRule.NEVER.press(0).press(100).press(200);
        assertThat(rule.length()).isEqualTo(3);
        assertThat(new MisuseRule(0, 1_000_000).press(10).length()).isEqualTo(1_000_000);
    }

    @Test
    void beforeTheFirstPressNothingCounts() {
        assertThat(MisuseRule.NEVER.counts()).isFalse();
    }
}
