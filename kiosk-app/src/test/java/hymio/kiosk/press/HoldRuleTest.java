package hymio.kiosk.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.kiosk.press.Press.Source;
import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldRuleTest {
    private final List<String> said = new ArrayList<>();
    private HoldRule rule = rule(1_000);

    @Test
    void pressVotesWhenItIsLetGoAndHasTheTimeOfItsLeadingEdge() {
        down(1, 100);
        assertThat(said).containsExactly("down 1 at 100");
        up(1, 350);
        assertThat(said).containsExactly("down 1 at 100", "pressed 1 at 100");
    }

    @Test
    void holdSpeaksOnceAndNeverVotes() {
        down(2, 0);
        tick(999);
        assertThat(said).containsExactly("down 2 at 0");
        tick(1_000);
        tick(1_500);
        up(2, 4_000);
        assertThat(said).containsExactly("down 2 at 0", "held 2 at 0");
    }

    @Test
    void holdWhoseTickCameLateIsStillAHold() {
        down(2, 0);
        up(2, 1_000);
        assertThat(said).containsExactly("down 2 at 0", "held 2 at 0");
    }

    @Test
    void tickIsNeededOnlyForAButtonThatIsDown() {
        assertThat(rule.dueMillis()).isEmpty();
        down(1, 100);
        assertThat(rule.dueMillis()).hasValue(1_100);
        tick(1_100);
        assertThat(rule.dueMillis()).hasValue(30_100);
        tick(30_100);
        assertThat(rule.dueMillis()).isEmpty();
        up(1, 40_000);
        assertThat(rule.dueMillis()).isEmpty();
    }

    @Test
    void withoutLongPressTheLeadingEdgeVotes() {
        rule = rule(0);
        down(3, 0);
        assertThat(said).containsExactly("down 3 at 0", "pressed 3 at 0");
        tick(20_000);
        up(3, 20_000);
        down(3, 20_100);
        up(3, 20_200);
        down(3, 20_300);
        assertThat(said.subList(2, said.size()))
                .containsExactly("down 3 at 20100", "pressed 3 at 20100", "down 3 at 20300", "cancelled 3");
    }

    @Test
    void identicalRepeatsAreIgnoredFromTheLeadingEdgeThatCounted() {
        press(1, 0, 100);
        press(1, 499, 600);
        press(1, 700, 800); // 201 ms after one that did not count
        assertThat(said)
                .containsExactly(
                        "down 1 at 0",
                        "pressed 1 at 0",
                        "down 1 at 499",
                        "cancelled 1",
                        "down 1 at 700",
                        "pressed 1 at 700");
    }

    @Test
    void anotherButtonIsNoRepeatAndAHoldIsNone() {
        press(1, 0, 100);
        press(2, 150, 250);
        down(1, 300);
        tick(1_300);
        assertThat(said).endsWith("pressed 2 at 150", "down 1 at 300", "held 1 at 300");
    }

    @Test
    void pulseTooQuickForAHandIsNoPressAndIsCounted() {
        press(4, 0, 14);
        assertThat(said).containsExactly("down 4 at 0", "cancelled 4");
        press(4, 100, 115);
        assertThat(said).endsWith("pressed 4 at 100");
        assertThat(rule.check()).containsExactly(new ButtonCheck(4, false, 1, 1, false));
    }

    @Test
    void withoutLongPressAGhostIsOnlyCounted() {
        rule = rule(0);
        press(4, 0, 5);
        assertThat(said).containsExactly("down 4 at 0", "pressed 4 at 0");
        assertThat(rule.check()).containsExactly(new ButtonCheck(4, false, 0, 1, false));
    }

    @Test
    void ghostDoesNotStartTheRepeatGuard() {
        press(4, 0, 5);
        press(4, 50, 150);
        assertThat(said).endsWith("pressed 4 at 50");
    }

    @Test
    void keyboardHasNoGhosts() {
        edge(1, true, 0, Source.KEY);
        edge(1, false, 1, Source.KEY);
        assertThat(said).containsExactly("down 1 at 0", "pressed 1 at 0");
    }

    @Test
    void autoRepeatOfAKeyMakesNoEdges() {
        for (int at = 0; at < 900; at += 30) {
            edge(1, true, at, Source.KEY);
        }
        edge(1, false, 910, Source.KEY);
        assertThat(said).containsExactly("down 1 at 0", "pressed 1 at 0");
    }

    @Test
    void keyThatComesUpDoesNotEndThePressOfTheButton() {
        down(1, 0);
        edge(1, true, 50, Source.KEY);
        edge(1, false, 100, Source.KEY);
        assertThat(said).containsExactly("down 1 at 0");
        up(1, 200);
        assertThat(said).endsWith("pressed 1 at 0");
    }

    @Test
    void severalButtonsAreDecidedEachByItself() {
        down(1, 0);
        down(2, 100);
        down(3, 200);
        up(2, 300);
        tick(1_000);
        up(1, 1_050);
        up(3, 1_100);
        assertThat(said)
                .containsExactly(
                        "down 1 at 0",
                        "down 2 at 100",
                        "down 3 at 200",
                        "pressed 2 at 100",
                        "held 1 at 0",
                        "pressed 3 at 200");
    }

    @Test
    void stuckButtonIsReportedUntilItComesUpNeverVotesAndDoesNotBlockTheOthers() {
        down(5, 0);
        tick(29_999);
        assertThat(rule.problems(29_999)).isEmpty();
        tick(30_000);
        assertThat(rule.problems(30_000)).containsExactly("button-stuck");
        assertThat(rule.check()).containsExactly(new ButtonCheck(5, true, 0, 0, true));
        press(1, 31_000, 31_100);
        assertThat(said).endsWith("pressed 1 at 31000");
        up(5, 90_000);
        assertThat(rule.problems(90_000)).isEmpty();
        assertThat(said).doesNotContain("pressed 5 at 0");
        press(5, 91_000, 91_100);
        assertThat(said).endsWith("pressed 5 at 91000");
    }

    @Test
    void buttonDownAtTheStartIsNoEventAndCountsFromItsNextPress() {
        rule.alreadyDown(2, at(0));
        tick(5_000);
        up(2, 6_000);
        assertThat(said).isEmpty();
        assertThat(rule.check()).containsExactly(new ButtonCheck(2, false, 0, 0, false));
        press(2, 7_000, 7_100);
        assertThat(said).endsWith("pressed 2 at 7000");
    }

    @Test
    void buttonDownSinceBeforeTheStartIsFoundStuck() {
        rule.alreadyDown(2, at(0));
        assertThat(rule.dueMillis()).isPresent();
        tick(30_000);
        assertThat(rule.problems(30_000)).containsExactly("button-stuck");
    }

    @Test
    void handBetweenTheOpeningOfTheChipAndTheLookAtItCounts() {
        rule.alreadyDown(2, at(10));
        press(2, 9, 200);
        assertThat(said).containsExactly("down 2 at 9", "pressed 2 at 9");
    }

    @Test
    void chipThatGoesCancelsWhatIsDownOnItAndLeavesTheKeys() {
        down(1, 0);
        edge(2, true, 0, Source.KEY);
        down(3, 0);
        tick(500);
        tell(rule.lost());
        assertThat(said).endsWith("cancelled 1", "cancelled 3");
        up(1, 600);
        edge(2, false, 700, Source.KEY);
        assertThat(said).endsWith("cancelled 3", "pressed 2 at 0");
        press(1, 800, 900);
        assertThat(said).endsWith("pressed 1 at 800");
    }

    @Test
    void holdThatWasToldIsNotCancelledToo() {
        down(1, 0);
        tick(1_000);
        tell(rule.lost());
        assertThat(said).containsExactly("down 1 at 0", "held 1 at 0");
        assertThat(rule.dueMillis()).isEmpty();
    }

    @Test
    void fiveGhostsInAMinuteAreReportedUntilTenQuietMinutes() {
        for (int i = 0; i < 4; i++) {
            press(1, i * 15_000L, i * 15_000L + 5);
        }
        assertThat(rule.problems(50_000)).isEmpty();
        press(1, 60_000, 60_005);
        assertThat(rule.problems(60_005)).containsExactly("button-ghost");
        press(1, 300_000, 300_005);
        assertThat(rule.problems(900_004)).containsExactly("button-ghost");
        assertThat(rule.problems(900_005)).isEmpty();
        press(1, 901_000, 901_005);
        assertThat(rule.problems(901_005)).isEmpty();
    }

    @Test
    void ghostsOfDifferentButtonsOrHoursAreNoPattern() {
        for (int i = 0; i < 10; i++) {
            press(i % 3, i * 1_000L, i * 1_000L + 5);
        }
        for (int i = 0; i < 20; i++) {
            press(9, i * 16_000L, i * 16_000L + 5);
        }
        assertThat(rule.problems(320_000)).isEmpty();
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new HoldSettings(10, 500, 15, 30_000)).hasMessageContaining("ghost");
        assertThatThrownBy(() -> new HoldSettings(1_000, 500, 15, 1_000)).hasMessageContaining("stuck");
        assertThatThrownBy(() -> new HoldSettings(-1, 500, 15, 1_000)).hasMessageContaining("negative");
    }

    private static HoldRule rule(long longPressMillis) {
        return new HoldRule(new HoldSettings(longPressMillis, 500, HoldSettings.GHOST_MILLIS, 30_000));
    }

    private void press(int button, long from, long to) {
        down(button, from);
        up(button, to);
    }

    private void down(int button, long uptime) {
        edge(button, true, uptime, Source.GPIO);
    }

    private void up(int button, long uptime) {
        edge(button, false, uptime, Source.GPIO);
    }

    private void edge(int button, boolean down, long uptime, Source source) {
        tell(rule.edge(new ButtonEdge(button, down, at(uptime), source)));
    }

    private void tick(long uptime) {
        tell(rule.tick(uptime));
    }

    private static PressTime at(long uptime) {
        return new PressTime(new UUID(1, 2), uptime, 0, true);
    }

    private void tell(List<ButtonEvent> events) {
        events.forEach(event -> said.add(word(event)));
    }

    private static String word(ButtonEvent event) {
        String name = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return switch (event) {
            case ButtonEvent.Down(int button, PressTime time) -> name + " " + button + " at " + time.uptimeMillis();
            case ButtonEvent.Pressed(Press press) -> name + " " + at(press);
            case ButtonEvent.Held(Press press) -> name + " " + at(press);
            case ButtonEvent.Cancelled(int button) -> name + " " + button;
        };
    }

    private static String at(Press press) {
        return press.button() + " at " + press.time().uptimeMillis();
    }
}
