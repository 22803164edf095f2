package hymio.kiosk.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of an Xvfb screen, read from the memory that the X server draws into ({@code -fbdir}): what is seen here
 * is on the screen, whatever a program says of itself, and looking costs the X server nothing.
 */
final class FrameBuffer {
    private static final int RGB = 0xFFFFFF;
    /** Fields of the XWD header, X11/XWDFile.h: its own size and the number of colours, as 32-bit words. */
    private static final int HEADER_SIZE = 0;

    private static final int COLOURS = 19;
    private static final int COLOUR_BYTES = 12;

    private final IntBuffer pixels;
    private final int width;
    private final int height;

    /** A rectangle of pixels. */
    record Box(int left, int top, int right, int bottom) {
        int centreX() {
            return (left + right) / 2;
        }

        int centreY() {
            return (top + bottom) / 2;
        }

        Box grown(double by) {
            int x = (int) ((right - left) * by / 2);
            int y = (int) ((bottom - top) * by / 2);
            return new Box(left - x, top - y, right + x, bottom + y);
        }
    }

    /** @param file that Xvfb made, an XWD image of 32 bits a pixel */
    FrameBuffer(Path file, int width, int height) throws IOException {
        this.width = width;
        this.height = height;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int offset = map.getInt(4 * HEADER_SIZE) + COLOUR_BYTES * map.getInt(4 * COLOURS);
            pixels = map.position(offset).slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        }
    }

    /** How many pixels have each colour, looking at every {@code step}th in each direction. */
    List<Integer> count(List<Integer> colours, int step) {
        int[] found = new int[colours.size()];
        for (int y = 0; y < height; y += step) {
            for (int x = 0; x < width; x += step) {
                int colour = colours.indexOf(pixels.get(y * width + x) & RGB);
                if (colour >= 0) {
                    found[colour]++;
                }
            }
        }
        List<Integer> counts = new ArrayList<>();
        for (int one : found) {
            counts.add(one);
        }
        return counts;
    }

    /** The smallest box around a colour. */
    Box around(int colour) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < width * height; i++) {
            if ((pixels.get(i) & RGB) == colour) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return new Box(left, top, right, bottom);
    }

    /** Copies every {@code step}th pixel of a box. */
    int[] copy(Box box, int step) {
        int columns = (box.right() - box.left()) / step + 1;
        int rows = (box.bottom() - box.top()) / step + 1;
        int[] copy = new int[columns * rows];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = pixels.get(at(box, step, columns, i));
        }
        return copy;
    }

    /** Whether any pixel of the box is another than when it was copied. */
    boolean changed(Box box, int step, int[] before) {
        int columns = (box.right() - box.left()) / step + 1;
        for (int i = 0; i < before.length; i++) {
            if (pixels.get(at(box, step, columns, i)) != before[i]) {
                return true;
            }
        }
        return false;
    }

    private int at(Box box, int step, int columns, int i) {
        int x = Math.clamp(box.left() + step * (i % columns), 0, width - 1);
        int y = Math.clamp(box.top() + step * (i / columns), 0, height - 1);
        return y * width + x;
    }
}
