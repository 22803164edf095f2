package hymio.kiosk.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Every call into the C library, for 64-bit Linux. An interrupted call (EINTR) is made again; any other failure is an
 * {@link ErrnoException}. Thread-safe.
 */
public final class Libc {
    /** There is something to read. */
    public static final short POLLIN = 1;

    /** {@code struct pollfd}: the descriptor, what is asked, what is answered. */
    private static final StructLayout POLLFD = MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT);

    private static final int O_RDWR_CLOEXEC = 0x80002;
    private static final int EFD_CLOEXEC = 0x80000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final long ERRNO =
            Linker.Option.captureStateLayout().byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");

    /**
     * One shape for every function: three registers in, one out. On 64-bit Linux (System V x86-64, AAPCS64) an int or a
     * pointer travels in such a register, and an argument too many is not looked at; of an int that comes back only the
     * lower half counts. Linking a shape costs some 40 ms of a start, another function of the same shape nearly
     * nothing.
     */
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodHandle LINKED = LINKER.downcallHandle(SHAPE, KEEP_ERRNO);

    private static final MemorySegment OPEN = find("open");
    private static final MemorySegment IOCTL = find("ioctl");
    private static final MemorySegment POLL = find("poll");
    private static final MemorySegment READ = find("read");
    private static final MemorySegment CLOSE = find("close");
    private static final MemorySegment EVENTFD = find("eventfd");
    private static final MemorySegment EVENTFD_WRITE = find("eventfd_write");
    private static final MemorySegment CLOCK_GETTIME = find("clock_gettime");
    private static final MemorySegment ADJTIMEX = find("adjtimex");

    /**
     * Opens a device for reading and writing; a child process does not inherit it.
     *
     * @return its descriptor, to be given to {@link #close}
     */
    public static int open(String path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return checked("open", OPEN, name.address(), O_RDWR_CLOEXEC, 0);
        }
    }

    /** A request to a device; the argument is read and written in place. */
    public static int ioctl(int file, long request, MemorySegment argument) throws ErrnoException {
        return checked("ioctl", IOCTL, file, request, argument.address());
    }

    /**
     * Waits until one of the files can be read or has gone.
     *
     * @param timeoutMillis -1 waits for ever
     * @param files open descriptors
     * @return for each file {@link #POLLIN} and other bits of poll(2); all 0 when the time is over
     */
    public static int[] poll(int timeoutMillis, int... files) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment polled = arena.allocate(POLLFD, files.length);
            for (int i = 0; i < files.length; i++) {
                polled.set(JAVA_INT, i * POLLFD.byteSize(), files[i]);
                polled.set(JAVA_SHORT, i * POLLFD.byteSize() + 4, POLLIN);
            }
            checked("poll", POLL, polled.address(), files.length, timeoutMillis);
            int[] said = new int[files.length];
            Arrays.setAll(said, i -> polled.get(JAVA_SHORT, i * POLLFD.byteSize() + 6));
            return said;
        }
    }

    /** Reads what is there, at most the size of the buffer. Returns the bytes read. */
    public static long read(int file, MemorySegment buffer) throws ErrnoException {
        return checked("read", READ, file, buffer.address(), buffer.byteSize());
    }

    /** Closes a descriptor. Never made again after EINTR: the number may already belong to another file. */
    public static void close(int file) {
        try (Arena arena = Arena.ofConfined()) {
            call(CLOSE, arena.allocate(Linker.Option.captureStateLayout()), file, 0, 0);
        }
    }

    /** A counter that wakes a {@link #poll}; see {@link #wake}. */
    public static int eventfd() throws ErrnoException {
        return checked("eventfd", EVENTFD, 0, EFD_CLOEXEC, 0);
    }

    /** Makes an eventfd readable. */
    public static void wake(int eventfd) throws ErrnoException {
        checked("eventfd_write", EVENTFD_WRITE, eventfd, 1, 0);
    }

    /**
     * Reads a clock.
     *
     * @param clock number of the clock, as in {@code linux/time.h}
     * @return nanoseconds
     */
    public static long clockNanos(int clock) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            checked("clock_gettime", CLOCK_GETTIME, clock, time.address(), 0);
            return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000L + time.getAtIndex(JAVA_LONG, 1);
        } catch (ErrnoException fault) {
            throw new IllegalStateException("this kernel lacks a clock", fault);
        }
    }

    /**
     * Asks the kernel how it keeps its wall clock.
     *
     * @param timex a {@code struct timex}; all zero asks and sets nothing
     * @return the state of the clock, as adjtimex(2)
     */
    public static int adjtimex(MemorySegment timex) throws ErrnoException {
        return checked("adjtimex", ADJTIMEX, timex.address(), 0, 0);
    }

    private static MemorySegment find(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    private static int checked(String name, MemorySegment function, long a, long b, long c) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            while (true) {
                int result = call(function, state, a, b, c);
                if (result >= 0) {
                    return result;
                }
                int errno = state.get(JAVA_INT, ERRNO);
                if (errno != ErrnoException.EINTR) {
                    throw new ErrnoException(name, errno);
                }
            }
        }
    }

    private static int call(MemorySegment function, MemorySegment state, long a, long b, long c) {
        try {
            return (int) (long) LINKED.invokeExact(function, state, a, b, c);
        } catch (Throwable fault) {
            // A method handle declares Throwable but a downcall throws nothing unless this class is wrong.
            throw new IllegalStateException("a call into the C library went wrong", fault);
        }
    }

    private Libc() {}
}
