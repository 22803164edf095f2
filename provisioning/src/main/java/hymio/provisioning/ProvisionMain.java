package hymio.provisioning;

import hymio.provisioning.api.ServerException;
import hymio.provisioning.print.PlainText;
import hymio.wire.BadValueException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./hymio provision}: the command line for administrators' scripts. */
public final class ProvisionMain {
    private static final int WRONG_USE = 2;

    public static void main(String[] args) {
        CommandLine commandLine = commandLine(System.getenv(), PinInput::standard);
        commandLine.setOut(utf8(FileDescriptor.out));
        commandLine.setErr(utf8(FileDescriptor.err));
        System.exit(commandLine.execute(args));
    }

    /** The whole command line; tests give it their own environment, PIN and writers. */
    static CommandLine commandLine(Map<String, String> environment, PinInput pins) {
        Provision provision = new Provision(environment);
        return new CommandLine(provision)
                .addSubcommand(new LocationCommand(provision))
                .addSubcommand(new CodeCommand(provision))
                .addSubcommand(new TerminalCommand(provision))
                .addSubcommand(new BundleCommand(provision))
                .addSubcommand(new QuestionnaireCommand(provision))
                .addSubcommand(new CommandLine(new SettingsCommand(provision))
                        .addSubcommand(new LookCommand(provision))
                        .addSubcommand(new BehaviourCommand(provision))
                        .addSubcommand(new PinCommand(provision, pins)))
                .setParameterExceptionHandler((e, args) -> wrongUse(e))
                .setExecutionExceptionHandler((e, at, parsed) -> failed(e, at));
    }

    private static int wrongUse(ParameterException e) {
        CommandLine at = e.getCommandLine();
        PrintWriter err = at.getErr();
        err.println("provision: " + PlainText.of(what(e)));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("How it is used: " + at.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return WRONG_USE;
    }

    /** Names only the first word not understood, and no value: the next could be a token after a mistyped option. */
    private static String what(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().getFirst();
        String name = word.startsWith("-") ? word.replaceFirst("=.*", "") : word;
        return "This command does not know the word '" + name + "'.";
    }

    private static int failed(Exception e, CommandLine at) throws Exception {
        if (e instanceof BadValueException) {
            return wrongUse(new ParameterException(at, String.valueOf(e.getMessage())));
        }
        if (e instanceof ServerException || e instanceof BadFileException) {
            at.getErr().println("provision: " + PlainText.of(String.valueOf(e.getMessage())));
            at.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }

    /** UTF-8 whatever the locale of the script: JSON is UTF-8, and names have letters beyond ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private ProvisionMain() {}
}
