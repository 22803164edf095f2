package hymio.kiosk.press.gpio;

import java.util.List;

/**
 * The lines wanted from a chip, all in one request.
 *
 * @param lines offsets on the chip
 * @param debounceMillis how long a level must last to count, kept by the kernel; 0 for no debounce
 * @param pullUp whether the chip pulls the lines up; not where the buttons bring their own resistors
 */
record LineRequest(List<Integer> lines, int debounceMillis, boolean pullUp) {
    LineRequest {
        lines = List.copyOf(lines);
    }
}
