package hymio.kiosk.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
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

    /** Linked when first used: linking takes 5 to 10 ms a function, and the first picture needs the clocks alone. */
    private static final class Clocks {
        static final MethodHandle CLOCK_GETTIME =
                call("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
        static final MethodHandle ADJTIMEX = call("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** Linked when first used: by the buttons. */
    private static final class Files {
        static final MethodHandle OPEN =
                call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        static final MethodHandle IOCTL = call(
                "ioctl",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle POLL = call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
        static final MethodHandle READ = call("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
        static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        static final MethodHandle EVENTFD = call("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        static final MethodHandle EVENTFD_WRITE =
                call("eventfd_write", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
    }

    /**
     * Opens a device for reading and writing; a child process does not inherit it.
     *
     * @return its descriptor, to be given to {@link #close}
     */
    public static int open(String path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            return (int) checked("open", errno -> (int) Files.OPEN.invokeExact(errno, name, O_RDWR_CLOEXEC));
        }
    }

    /** A request to a device; the argument is read and written in place. */
    public static int ioctl(int file, long request, MemorySegment argument) throws ErrnoException {
        return (int) checked("ioctl", errno -> (int) Files.IOCTL.invokeExact(errno, file, request, argument));
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
            checked("poll", errno -> (int) Files.POLL.invokeExact(errno, polled, (long) files.length, timeoutMillis));
            int[] said = new int[files.length];
            Arrays.setAll(said, i -> polled.get(JAVA_SHORT, i * POLLFD.byteSize() + 6));
            return said;
        }
    }

    /** Reads what is there, at most the size of the buffer. Returns the bytes read. */
    public static long read(int file, MemorySegment buffer) throws ErrnoException {
        return checked("read", errno -> (long) Files.READ.invokeExact(errno, file, buffer, buffer.byteSize()));
    }

    /** Closes a descriptor. Never made again after EINTR: the number may already belong to another file. */
    public static void close(int file) {
        try (Arena arena = Arena.ofConfined()) {
            int unused = (int) Files.CLOSE.invokeExact(arena.allocate(Linker.Option.captureStateLayout()), file);
        } catch (Throwable fault) {
            throw unexpected(fault);
        }
    }

    /** A counter that wakes a {@link #poll}; see {@link #wake}. */
    public static int eventfd() throws ErrnoException {
        return (int) checked("eventfd", errno -> (int) Files.EVENTFD.invokeExact(errno, 0, EFD_CLOEXEC));
    }

    /** Makes an eventfd readable. */
    public static void wake(int eventfd) throws ErrnoException {
        checked("eventfd_write", errno -> (int) Files.EVENTFD_WRITE.invokeExact(errno, eventfd, 1L));
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
            checked("clock_gettime", errno -> (int) Clocks.CLOCK_GETTIME.invokeExact(errno, clock, time));
            return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000L + time.getAtIndex(JAVA_LONG, 1);
        } catch (ErrnoException fault) {
            throw unexpected(fault);
        }
    }

    /**
     * Asks the kernel how it keeps its wall clock.
     *
     * @param timex a {@code struct timex}; all zero asks and sets nothing
     * @return the state of the clock, as adjtimex(2)
     */
    public static int adjtimex(MemorySegment timex) throws ErrnoException {
        return (int) checked("adjtimex", errno -> (int) Clocks.ADJTIMEX.invokeExact(errno, timex));
    }

    private static MethodHandle call(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = KEEP_ERRNO;
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, all);
    }

    private static long checked(String name, Call call) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            while (true) {
                long result = result(call, state);
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

    private static long result(Call call, MemorySegment state) {
        try {
            return call.make(state);
        } catch (Throwable fault) {
            throw unexpected(fault);
        }
    }

    /** A method handle declares Throwable but a downcall throws nothing unless this class is wrong. */
    private static IllegalStateException unexpected(Throwable fault) {
        return new IllegalStateException("a call into the C library went wrong", fault);
    }

    private interface Call {
        long make(MemorySegment errno) throws Throwable;
    }

    private Libc() {}
}
