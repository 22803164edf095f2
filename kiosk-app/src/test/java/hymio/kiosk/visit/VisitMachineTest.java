package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.PressTime;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitMachineTest {
    private static final UUID BOOT = new UUID(1, 2);
    private final VisitMachine machine = new VisitMachine("fi", 2_500);
    private Step last = new Step(machine.start(Questionnaire.BUILT_IN), List.of());

    private static PressTime at(long uptime) {
        return new PressTime(BOOT, uptime, 1_795_000_000_000L, true);
    }

    private static VisitEvent.Pressed press(int button, long uptime) {
        return new VisitEvent.Pressed(new Press(button, at(uptime), Press.Source.GPIO));
    }

    private VisitState after(VisitEvent... events) {
        for (VisitEvent event : events) {
            last = machine.step(last.visit(), event);
        }
        return last.visit().shown();
    }

    private static Questionnaire fiveFaces() {
        Texts word = Texts.of("Sana", "Ord", "Word");
        return new Questionnaire("five", 1, List.of(new Question("mood", 3, word, Collections.nCopies(5, word))));
    }

    @Test
    void pressIsShownAndStoredBeforeAnyThanks() {
        assertThat(after(press(3, 100)).phase()).isEqualTo(new Saving(3));
        assertThat(last.effects())
                .containsExactly(
                        new VisitEffect.Show(last.visit().shown()), new VisitEffect.Store("service@1", 3, at(100)));
    }

    @Test
    void thanksComeOnlyWhenStored() {
        after(press(3, 100));
        assertThat(after(new VisitEvent.Tick(5_000)).phase()).isEqualTo(new Saving(3));
        assertThat(after(new VisitEvent.Stored(5_001)).phase()).isEqualTo(new Thanking(3, 5_001));
    }

    @Test
    void failureToStoreIsSaidAndNeverThanked() {
        assertThat(after(press(1, 100), new VisitEvent.NotStored(120)).phase()).isEqualTo(new Sorry(120));
        assertThat(after(new VisitEvent.Tick(120 + VisitMachine.SORRY_MILLIS)).phase())
                .isEqualTo(new Asking());
    }

    @Test
    void thanksGiveWayToTheQuestionAfterTheirTime() {
        after(press(1, 100), new VisitEvent.Stored(110));
        assertThat(after(new VisitEvent.Tick(2_609)).phase()).isInstanceOf(Thanking.class);
        assertThat(after(new VisitEvent.Tick(2_610)).phase()).isEqualTo(new Asking());
    }

    @Test
    void pressDuringThanksIsTheNextVisitorAndCounts() {
        after(press(1, 100), new VisitEvent.Stored(110), press(4, 900));
        assertThat(last.effects()).contains(new VisitEffect.Store("service@1", 4, at(900)));
    }

    @Test
    void buttonWithoutAFaceDoesNothing() {
        assertThat(after(press(5, 100)).phase()).isEqualTo(new Asking());
        assertThat(last.effects()).isEmpty();
    }

    @Test
    void fifthFaceCountsWhereThereAreFive() {
        last = new Step(machine.start(fiveFaces()), List.of());
        after(press(5, 100));
        assertThat(last.effects()).contains(new VisitEffect.Store("mood@3", 5, at(100)));
    }

    @Test
    void languageStaysForTheVisitAndIsForgottenForTheNextVisitor() {
        assertThat(after(new VisitEvent.LanguageChosen("sv", 50)).language()).isEqualTo("sv");
        assertThat(after(press(1, 100), new VisitEvent.Stored(110)).language()).isEqualTo("sv");
        assertThat(after(new VisitEvent.Tick(2_700)).language()).isEqualTo("fi");
    }

    @Test
    void languageIsForgottenWhenTheVisitorWalksAway() {
        after(new VisitEvent.LanguageChosen("sv", 50));
        assertThat(after(new VisitEvent.Tick(50 + VisitMachine.IDLE_MILLIS - 1)).language())
                .isEqualTo("sv");
        assertThat(after(new VisitEvent.Tick(50 + VisitMachine.IDLE_MILLIS)).language())
                .isEqualTo("fi");
    }

    @Test
    void secondTapOfADoubleTapDoesNotTakeTheThanksAway() {
        after(press(1, 100), new VisitEvent.Stored(110));
        assertThat(after(new VisitEvent.Dismissed(300)).phase()).isInstanceOf(Thanking.class);
        assertThat(after(new VisitEvent.Dismissed(950)).phase()).isEqualTo(new Asking());
    }

    @Test
    void newQuestionnaireWaitsUntilNobodyIsThere() {
        after(new VisitEvent.LanguageChosen("en", 1_000), new VisitEvent.NewQuestionnaire(fiveFaces()));
        assertThat(after(new VisitEvent.Tick(5_000)).questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        after(press(2, 6_000));
        assertThat(last.effects()).contains(new VisitEffect.Store("service@1", 2, at(6_000)));
        after(new VisitEvent.Stored(6_010), new VisitEvent.Tick(9_000));
        assertThat(last.visit().shown().questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        assertThat(after(new VisitEvent.Tick(6_000 + VisitMachine.IDLE_MILLIS)).questionnaire())
                .isEqualTo(fiveFaces());
    }

    @Test
    void quietTicksAskNothingOfTheWorld() {
        after(new VisitEvent.Tick(1), new VisitEvent.Tick(100_000));
        assertThat(last.effects()).isEmpty();
    }
}
