package hymio.kiosk.press.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** Who this process is to the kernel. The C library changes it for all threads. */
final class User {
    private static final int NOBODY = 65_534;
    private static final MethodHandle SETEUID = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("seteuid"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    static void becomeNobody() {
        become(NOBODY);
    }

    static void becomeRoot() {
        become(0);
    }

    private static void become(int user) {
        try {
            int result = (int) SETEUID.invokeExact(user);
            Trial.expect(result == 0, "the process to become user " + user);
        } catch (Throwable fault) {
            throw new AssertionError(fault);
        }
    }

    private User() {}
}
