package chat.pando.relay;

import java.util.Arrays;
import picocli.CommandLine;

/** The command line: {@code pando [serve] [options]}. */
public final class Pando {

    private Pando() {
    }

    public static void main(String[] args) {
        boolean namesCommand = args.length > 0 && args[0].equals("serve");
        String[] options = namesCommand ? Arrays.copyOfRange(args, 1, args.length) : args;
        int code = commandLine().execute(options);
        // The server's threads go on; only what has ended already ends the process.
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Serve()).setParameterExceptionHandler(Pando::refuse);
    }

    private static int refuse(CommandLine.ParameterException wrong, String[] options) {
        wrong.getCommandLine().getErr().println("pando: " + wrong.getMessage() + " (--help lists the options)");
        return CommandLine.ExitCode.USAGE;
    }
}
