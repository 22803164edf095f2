package hymio.kiosk.press.gpio;

import hymio.kiosk.kernel.ErrnoException;

/** Output lines of one chip. Used by one thread at a time. */
interface OutputBank extends AutoCloseable {
    /** Takes the lines, again if need be. All are off then. */
    void open() throws ErrnoException;

    /** @throws ErrnoException 19 when the lines are not open or their chip is gone */
    void set(int line, boolean on) throws ErrnoException;

    /** Lets go of the lines; their level is then the chip's affair. */
    @Override
    void close();
}
