package dev.headrace.cli;

import dev.headrace.HeadraceException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The program: its commands, and what becomes of their failures. */
@Command(
        name = "headrace",
        description = "Loads REST APIs into databases from one declarative file.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with:  headrace demo",
            "Exit codes: 0 done, 1 failed, 2 the configuration or the call is wrong, 130 interrupted"
        })
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /**
     * Runs one command.
     *
     * @return the exit code of the process
     */
    public static int run(String[] arguments, ProgramEnvironment environment) {
        CommandLine program = new CommandLine(new CommandLineProgram())
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(new CheckCommand(environment))
                .addSubcommand(new DemoCommand(environment))
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(CommandLineProgram::explainCall)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, environment));
        if (arguments.length == 0) {
            program.usage(program.getOut());
            return ExitCode.DONE;
        }
        return program.execute(arguments);
    }

    private static int explainCall(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.WRONG_CALL;
    }

    private static int explain(Exception failure, ProgramEnvironment environment) throws Exception {
        if (failure instanceof HeadraceException known) {
            known.message().lines().forEach(line -> environment.err().println("error: " + line));
            return ExitCode.of(known);
        }
        throw failure;
    }

    /** Reads the version only when it is asked for. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"headrace " + Version.current()};
        }
    }
}
