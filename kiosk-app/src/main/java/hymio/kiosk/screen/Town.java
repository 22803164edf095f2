package hymio.kiosk.screen;

import java.util.Optional;
import javafx.scene.image.Image;

/**
 * What the owner of the terminal has on its screen.
 *
 * @param place name of the place, at most 80 characters
 * @param strip one line of what came of the feedback ("you said, we did"), empty: none
 * @param logo of the town
 */
record Town(String place, String strip, Optional<Image> logo) {}
