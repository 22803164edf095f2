package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.wire.Behaviour;
import hymio.wire.Questionnaire;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way into the staff menu, and what is done there. */
class StaffTest {
    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    private Walk inside() {
        walk.staffHold().pin(Walk.PIN);
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
        return walk.forget();
    }

    @Test
    void withoutAPinThereIsNoWayIn() {
        Walk none = new Walk(new VisitMachine("fi", 2_500, true), Questionnaire.BUILT_IN, Behaviour.USUAL, false);
        none.staffHold();
        assertThat(none.effects.stream().filter(VisitEffect.Show.class::isInstance))
                .isEmpty();
    }

    @Test
    void theRightPinOpensTheMenuWithItsFigures() {
        inside();
        assertThat(walk.phase(StaffMenu.class).figures().today()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(walk.visit.ledger().pin()).isEmpty();
    }

    @Test
    void digitsAreNotInWhatIsShownOrLogged() {
        walk.staffHold().unticked(500).touchNow(new Control.Digit(7)).touchNow(new Control.Digit(8));
        assertThat(walk.phase()).isEqualTo(new PinAsked(2, false, 0));
        walk.act(Act.PIN_ENTER);
        assertThat(walk.visit.toString() + walk.effects).doesNotContain("78");
    }

    @Test
    void aWrongPinIsSaidAndForgotten() {
        walk.staffHold().pin("999999");
        assertThat(walk.phase()).isEqualTo(new PinAsked(0, true, 0));
        walk.pin(Walk.PIN);
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
    }

    @Test
    void digitsCanBeErased() {
        walk.staffHold()
                .unticked(500)
                .touchNow(new Control.Digit(9))
                .act(Act.PIN_ERASE)
                .act(Act.PIN_ERASE);
        assertThat(walk.phase()).isEqualTo(new PinAsked(0, false, 0));
        walk.act(Act.PIN_ENTER);
        assertThat(walk.all(VisitEffect.CheckPin.class)).isEmpty();
    }

    @Test
    void aPinHasAnEnd() {
        walk.staffHold().pin("123456123456789");
        assertThat(walk.all(VisitEffect.CheckPin.class))
                .extracting(VisitEffect.CheckPin::digits)
                .containsExactly("1234561234");
    }

    @Test
    void fiveWrongPinsLockForAMinuteAndEachFurtherOneForTwiceAsLong() {
        walk.staffHold();
        for (int i = 0; i < 5; i++) {
            walk.pin("000000");
        }
        long locked = walk.phase(PinAsked.class).lockedUntilMillis() - walk.now;
        assertThat(locked).isEqualTo(60_000);
        walk.unticked(locked).pin("000000");
        assertThat(walk.phase(PinAsked.class).lockedUntilMillis() - walk.now).isEqualTo(120_000);
    }

    @Test
    void aLockedMenuDoesNotEvenLookAtThePin() {
        walk.staffHold();
        for (int i = 0; i < 5; i++) {
            walk.pin("000000");
        }
        walk.forget().pin(Walk.PIN);
        assertThat(walk.all(VisitEffect.CheckPin.class)).isEmpty();
        walk.act(Act.CLOSE).staffHold();
        assertThat(walk.phase(PinAsked.class).lockedUntilMillis()).isGreaterThan(walk.now);
        walk.unticked(60_000).pin(Walk.PIN);
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
    }

    @Test
    void lockGrowsToAnHourAndTheRightPinForgetsIt() {
        StaffLock lock = new StaffLock(true, 0, 0);
        for (int i = 0; i < 100; i++) {
            lock = lock.failed(0);
        }
        assertThat(lock.untilMillis()).isEqualTo(3_600_000);
        assertThat(lock.locked(3_599_999)).isTrue();
        assertThat(lock.locked(3_600_000)).isFalse();
        assertThat(lock.opened().failed(0).locked(0)).isFalse();
    }

    @Test
    void theMenuIsOnlyForWhoIsAtTheFirstQuestion() {
        walk.press(1).staffHold();
        assertThat(walk.phase()).isInstanceOf(VisitState.Thanking.class);
        Walk covered = Walk.to(Questionnaire.BUILT_IN).act(Act.COMFORT).staffHold();
        assertThat(covered.phase()).isEqualTo(new Asking());
    }

    @Test
    void theButtonTestStoresNothing() {
        inside().act(Act.STAFF_BUTTONS).press(1).hold(2).down(3).press(5).cancel(3);
        assertThat(walk.phase()).isInstanceOf(ButtonTest.class);
        assertThat(walk.stored).isEmpty();
        assertThat(walk.all(VisitEffect.Acknowledge.class)).isEmpty();
    }

    @Test
    void theButtonTestBeginsAtZeroAndIsKeptUpToDate() {
        inside().act(Act.STAFF_BUTTONS).after(600);
        assertThat(walk.all(VisitEffect.AskButtons.class))
                .containsExactly(
                        new VisitEffect.AskButtons(true),
                        new VisitEffect.AskButtons(false),
                        new VisitEffect.AskButtons(false),
                        new VisitEffect.AskButtons(false));
        List<StaffFigures.Button> pressed = List.of(new StaffFigures.Button(1, true, 3, 0, false));
        walk.happens(new VisitEvent.Buttons(pressed, walk.now));
        assertThat(walk.phase()).isEqualTo(new ButtonTest(pressed));
    }

    @Test
    void theButtonTestEndsInTheMenu() {
        inside().act(Act.STAFF_BUTTONS).act(Act.STAFF_BACK);
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
    }

    @Test
    void aLateButtonOfTheTestDoesNotBringItBack() {
        inside().act(Act.STAFF_BUTTONS).act(Act.STAFF_BACK);
        walk.happens(new VisitEvent.Buttons(List.of(new StaffFigures.Button(1, true, 3, 0, false)), walk.now));
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
    }

    @Test
    void pressingButtonsKeepsTheTestOpenAndAnswersItsWarning() {
        inside().act(Act.STAFF_BUTTONS).after(15_000).press(1).after(15_000);
        assertThat(walk.shown().over()).isEmpty();
        walk.after(6_000);
        assertThat(walk.shown().over().orElseThrow()).isInstanceOf(StillThere.class);
        walk.press(2);
        assertThat(walk.shown().over()).isEmpty();
        assertThat(walk.phase()).isInstanceOf(ButtonTest.class);
    }

    @Test
    void staffHaveTheResponsesWrittenToAStick() {
        inside().act(Act.STAFF_CARRY);
        assertThat(walk.all(VisitEffect.CarryOut.class)).hasSize(1);
        assertThat(walk.phase()).isInstanceOf(CarryingOut.class);
        carried(new Carrying.Writing(5, 9));
        carried(new Carrying.Written(9, 1));
        walk.press(1);
        assertThat(walk.stored).isEmpty();
        walk.act(Act.STAFF_BACK);
        assertThat(walk.phase()).isInstanceOf(StaffMenu.class);
    }

    private void carried(Carrying carrying) {
        walk.happens(new VisitEvent.Carried(carrying, walk.now));
        assertThat(walk.phase()).isEqualTo(new CarryingOut(carrying));
    }

    @Test
    void slowStickKeepsItsScreenWhileItGoesOn() {
        inside().act(Act.STAFF_CARRY);
        for (int i = 1; i < 10; i++) {
            walk.after(25_000);
            carried(new Carrying.Writing(i, 10));
            assertThat(walk.shown().over()).isEmpty();
        }
        walk.after(41_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void stickIsNotTheVisitors() {
        walk.happens(new VisitEvent.Carried(new Carrying.Written(9, 1), walk.now));
        walk.act(Act.STAFF_CARRY);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.all(VisitEffect.CarryOut.class)).isEmpty();
    }

    @Test
    void restartAndStopAreAskedTwice() {
        inside().act(Act.STAFF_RESTART);
        assertThat(walk.all(VisitEffect.Leave.class)).isEmpty();
        walk.act(Act.STAFF_RESTART).act(Act.STAFF_BACK).act(Act.STAFF_STOP).act(Act.STAFF_STOP);
        assertThat(walk.all(VisitEffect.Leave.class))
                .containsExactly(new VisitEffect.Leave(true), new VisitEffect.Leave(false));
    }

    @Test
    void oneWhoDidNotMeanToStopGoesBackToTheMenu() {
        inside().act(Act.STAFF_STOP).act(Act.STAFF_BACK);
        assertThat(walk.phase(StaffMenu.class).ending()).isEmpty();
        walk.act(Act.STAFF_STOP).press(4);
        assertThat(walk.phase(StaffMenu.class).ending()).isEmpty();
        assertThat(walk.all(VisitEffect.Leave.class)).isEmpty();
    }

    @Test
    void aDoubleTapStopsNothing() {
        inside().act(Act.STAFF_STOP).unticked(100).touchNow(new Control.Simple(Act.STAFF_STOP));
        assertThat(walk.all(VisitEffect.Leave.class)).isEmpty();
    }

    @Test
    void aQuestionToStopThatNobodyAnswersGoesAway() {
        inside().act(Act.STAFF_STOP).after(41_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.all(VisitEffect.Leave.class)).isEmpty();
    }

    @Test
    void closeLeadsBackToTheQuestion() {
        inside().act(Act.CLOSE);
        assertThat(walk.shown()).isEqualTo(new VisitState(Questionnaire.BUILT_IN, "fi", new Asking()));
    }

    @Test
    void aMenuThatNobodyClosesClosesItself() {
        inside().after(41_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void buttonsTypeThePinToo() {
        walk.staffHold().press(2).press(3).press(2).press(3);
        assertThat(walk.phase()).isEqualTo(new PinAsked(2, false, 0));
        assertThat(walk.visit.ledger().pin()).isEqualTo("12");
    }

    @Test
    void anAnswerThatNobodyWaitsForMeansNothing() {
        walk.happens(new VisitEvent.PinChecked(true, walk.now));
        walk.happens(new VisitEvent.PinChecked(false, walk.now));
        walk.happens(new VisitEvent.Buttons(List.of(), walk.now));
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.all(VisitEffect.AskFigures.class)).isEmpty();
    }
}
