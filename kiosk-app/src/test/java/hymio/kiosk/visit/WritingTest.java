package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Limits;
import org.junit.jupiter.api.Test;

/** A comment on the keyboard of the screen or on a real one, and what is masked of it. */
class WritingTest {
    private final Walk walk = Walk.to(Asked.COMMENT).press(1).unticked(2_000);

    private Draft draft() {
        return walk.phase(Writing.class).draft();
    }

    private static Control.Simple simple(Act act) {
        return new Control.Simple(act);
    }

    @Test
    void sentencesBeginWithACapital() {
        assertThat(Controls.of(walk.shown())).contains(new Control.Key("Q")).doesNotContain(new Control.Key("q"));
        walk.keys("H");
        assertThat(draft().shift()).isFalse();
        walk.keys("ei. ");
        assertThat(draft().shift()).isTrue();
    }

    @Test
    void shiftIsForOneLetter() {
        walk.keys("A")
                .touchNow(simple(Act.SHIFT))
                .touchNow(new Control.Key("B"))
                .touchNow(new Control.Key("c"));
        assertThat(draft()).isEqualTo(new Draft("ABc", false, false));
    }

    @Test
    void shiftCanBeTakenBack() {
        walk.act(Act.SHIFT);
        assertThat(draft().shift()).isFalse();
        walk.act(Act.SHIFT);
        assertThat(draft().shift()).isTrue();
    }

    @Test
    void fastFingersTypeBeforeTheKeyboardHasChangedItsCapitals() {
        walk.keys("HE");
        assertThat(draft().text()).isEqualTo("HE");
    }

    @Test
    void digitsStayAfterASpaceUntilTheLettersAreAskedFor() {
        walk.act(Act.SIGNS).keys("10 15");
        assertThat(draft()).isEqualTo(new Draft("10 15", false, true));
        walk.act(Act.SIGNS);
        assertThat(draft()).isEqualTo(new Draft("10 15", false, false));
    }

    @Test
    void backspaceTakesWhatThePersonSeesAsOneLetter() {
        walk.type("a").type("e\u0301").type("👩‍👧").type("🇫🇮");
        walk.act(Act.BACKSPACE);
        assertThat(draft().text()).isEqualTo("ae\u0301👩‍👧");
        walk.act(Act.BACKSPACE);
        assertThat(draft().text()).isEqualTo("ae\u0301");
        walk.act(Act.BACKSPACE);
        assertThat(draft().text()).isEqualTo("a");
    }

    @Test
    void backspaceOnNothingIsNothingAndTheNextLetterIsACapital() {
        walk.keys("A").act(Act.BACKSPACE).act(Act.BACKSPACE);
        assertThat(draft()).isEqualTo(Draft.EMPTY);
    }

    @Test
    void aCommentHasAnEnd() {
        walk.type("x".repeat(Limits.COMMENT - 1)).keys("y").keys("z");
        assertThat(draft().text()).hasSize(Limits.COMMENT).endsWith("xy");
        walk.type("🙂").act(Act.SEND);
        assertThat(walk.comments().getFirst()).hasSize(Limits.COMMENT);
    }

    @Test
    void aRealKeyboardWritesToo() {
        walk.type("H").type("e").type("i").type("j").type("\b");
        assertThat(draft().text()).isEqualTo("Hei");
    }

    @Test
    void whatCannotBeStoredCannotBeTyped() {
        walk.type("a\u0000b\u007f\r\n\u0085c").type("\uD83D").type("\uDE42").type("\t");
        assertThat(draft().text()).isEqualTo("abc");
    }

    @Test
    void aRealKeyboardWritesNothingUnderASheet() {
        walk.act(Act.COMFORT).type("x").act(Act.CLOSE);
        assertThat(draft().text()).isEmpty();
    }

    @Test
    void aRealKeyboardWritesNothingWhereNothingIsWritten() {
        Walk asking = Walk.to(Asked.COMMENT).type("x").type("\b");
        assertThat(asking.phase()).isEqualTo(new VisitState.Asking());
    }

    @Test
    void spacesAroundACommentAreNotStored() {
        walk.type("  hyvä  ").act(Act.SEND);
        assertThat(walk.comments()).containsExactly("hyvä");
    }

    @Test
    void theVisitorSeesWhatIsMaskedBeforeItIsStored() {
        walk.type("Soita 040 123 4567").act(Act.SEND);
        assertThat(walk.phase(Reviewing.class).masked()).isEqualTo("Soita •••");
        assertThat(walk.comments()).isEmpty();
        walk.act(Act.SEND);
        assertThat(walk.comments()).containsExactly("Soita •••");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aMaskedCommentCanBeChanged() {
        walk.type("Soita 040 123 4567").act(Act.SEND).act(Act.CHANGE);
        assertThat(draft().text()).isEqualTo("Soita 040 123 4567");
        walk.unticked(500);
        for (int i = 0; i < 14; i++) {
            walk.touchNow(simple(Act.BACKSPACE));
        }
        walk.act(Act.SEND);
        assertThat(walk.comments()).containsExactly("Soit");
    }

    @Test
    void aMaskedCommentCanBeLeft() {
        walk.type("oma@osoite.fi").act(Act.SEND).act(Act.SKIP);
        assertThat(walk.comments()).isEmpty();
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void theSecondTapOnSendDoesNotSendWhatTheVisitorHasNotSeen() {
        walk.type("oma@osoite.fi").act(Act.SEND).unticked(150).touchNow(simple(Act.SEND));
        assertThat(walk.phase()).isInstanceOf(Reviewing.class);
    }

    @Test
    void nothingWrittenEndsInALog() {
        walk.type("Soita 040 123 4567");
        String all = walk.visit.toString() + new VisitEvent.Typed("Soita", 1);
        walk.act(Act.SEND);
        all += walk.visit;
        walk.act(Act.SEND);
        all += walk.effects.toString() + walk.visit;
        assertThat(all).doesNotContain("Soita").doesNotContain("4567");
    }
}
