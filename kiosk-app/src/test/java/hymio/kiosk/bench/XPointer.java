package hymio.kiosk.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A finger on an X display, through the XTest extension (libX11, libXtst). Not thread-safe. */
final class XPointer implements AutoCloseable {
    private static final int FIRST_BUTTON = 1;
    private static final long NOW = 0;

    private final Arena arena = Arena.ofShared();
    private final MethodHandle motion;
    private final MethodHandle button;
    private final MethodHandle sync;
    private final MethodHandle closeDisplay;
    private final MemorySegment display;

    XPointer(String name) {
        SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
        SymbolLookup xtst = SymbolLookup.libraryLookup("libXtst.so.6", arena);
        MethodHandle open = call(x11, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
        motion = call(
                xtst,
                "XTestFakeMotionEvent",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
        button = call(
                xtst, "XTestFakeButtonEvent", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_LONG));
        sync = call(x11, "XSync", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        closeDisplay = call(x11, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        try {
            display = (MemorySegment) open.invokeExact(arena.allocateFrom(name));
        } catch (Throwable fault) {
            throw new IllegalStateException("XOpenDisplay", fault);
        }
        if (display.address() == 0) {
            throw new IllegalStateException("The X display " + name + " cannot be opened.");
        }
    }

    private static MethodHandle call(SymbolLookup library, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
    }

    void move(int x, int y) {
        try {
            int unused = (int) motion.invokeExact(display, 0, x, y, NOW);
        } catch (Throwable fault) {
            throw new IllegalStateException("XTestFakeMotionEvent", fault);
        }
        sync();
    }

    /** The finger touches; returns when the X server has taken the event in. */
    void press() {
        button(1);
    }

    void release() {
        button(0);
    }

    private void button(int down) {
        try {
            int unused = (int) button.invokeExact(display, FIRST_BUTTON, down, NOW);
        } catch (Throwable fault) {
            throw new IllegalStateException("XTestFakeButtonEvent", fault);
        }
        sync();
    }

    private void sync() {
        try {
            int unused = (int) sync.invokeExact(display, 0);
        } catch (Throwable fault) {
            throw new IllegalStateException("XSync", fault);
        }
    }

    @Override
    public void close() {
        try {
            int unused = (int) closeDisplay.invokeExact(display);
        } catch (Throwable fault) {
            throw new IllegalStateException("XCloseDisplay", fault);
        }
        arena.close();
    }
}
