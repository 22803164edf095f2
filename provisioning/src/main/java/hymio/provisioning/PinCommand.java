package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.PinRequest;
import hymio.wire.Wire;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code provision settings pin}: opens the staff menu. */
@Command(
        name = "pin",
        description = "The PIN of the staff menu, 6 to 10 digits. It is asked for, or read from standard input; the"
                + " server keeps only a hash of it, and nobody can read it again.")
final class PinCommand extends SettingCommand {
    private final PinInput input;

    PinCommand(Provision provision, PinInput input) {
        super(provision, Wire.STAFF_PIN);
        this.input = input;
    }

    /** What to set is asked for. */
    @Override
    boolean given() {
        return !removing();
    }

    @Override
    Object value(ServerApi server, String location) {
        try {
            return new PinRequest(input.read()
                    .orElseThrow(() -> provision.wrongUse("The two PINs differ. Nothing was changed; try again.")));
        } catch (IOException e) {
            throw provision.wrongUse("The PIN cannot be read from standard input (" + e.getMessage() + ").");
        }
    }
}
