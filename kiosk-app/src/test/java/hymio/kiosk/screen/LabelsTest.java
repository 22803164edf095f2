package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.wire.Questionnaire;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void everyControlHasAName(String language) {
        VisitState state = new VisitState(Questionnaire.BUILT_IN, language, new VisitState.Asking());
        for (Control.Act act : Control.Act.values()) {
            assertThat(Labels.of(state, new Control.Simple(act))).isNotBlank();
        }
        for (Control.Toggle toggle : Control.Toggle.values()) {
            assertThat(Labels.of(state, new Control.ToggleOf(toggle))).isNotBlank();
        }
        for (String offered : Questionnaire.LANGUAGES) {
            assertThat(Labels.of(state, new Control.LanguageOf(offered))).isNotBlank();
        }
    }

    @Test
    void aFaceIsCalledByItsWordInTheLanguageShown() {
        VisitState state = new VisitState(Questionnaire.BUILT_IN, "sv", new VisitState.Asking());
        assertThat(Labels.of(state, new Control.FaceOf(1))).isEqualTo("Utmärkt");
        assertThat(Labels.of(state, new Control.FaceOf(1)).toLowerCase(Locale.ROOT))
                .doesNotContain("\u00AD");
    }
}
