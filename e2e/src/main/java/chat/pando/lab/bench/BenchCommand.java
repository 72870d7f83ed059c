package chat.pando.lab.bench;

import picocli.CommandLine.Command;

/** {@code pando-lab bench}: a group of commands. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        subcommands = {TabsCommand.class, CryptoCommand.class, ShareCommand.class},
        description = "Measures what things cost.")
public final class BenchCommand {}
