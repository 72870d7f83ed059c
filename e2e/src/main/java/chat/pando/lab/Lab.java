package chat.pando.lab;

import chat.pando.lab.bench.BenchCommand;
import chat.pando.lab.channel.ChannelCommand;
import chat.pando.lab.walk.WalkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code pando-lab COMMAND [options]}. */
@Command(name = "pando-lab", mixinStandardHelpOptions = true,
        subcommands = {WalkCommand.class, ChannelCommand.class, BenchCommand.class},
        description = "Puts Pando into situations that no test of one thing covers.")
public final class Lab {

    private Lab() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Returns the exit code: 0 where all laws were kept. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Lab()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
