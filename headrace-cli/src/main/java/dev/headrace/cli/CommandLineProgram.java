package dev.headrace.cli;

import dev.headrace.HeadraceException;
import dev.headrace.config.Suggestions;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The program: its commands, and what becomes of their failures. */
public final class CommandLineProgram {

    private static final int FRAMES = 25;

    private final ProgramEnvironment environment;
    private final List<Command> commands;

    private CommandLineProgram(ProgramEnvironment environment) {
        this.environment = environment;
        this.commands = List.of(
                new RunCommand(environment),
                new CheckCommand(environment),
                new DropCommand(environment),
                new SchemaCommand(environment),
                new PackagesCommand(environment),
                new ErrorsCommand(environment),
                new DemoCommand(environment));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command's name, then its options and operands
     * @return the exit code of the process
     */
    public static int run(String[] arguments, ProgramEnvironment environment) {
        ProgramEnvironment hiding = environment.hidingSecrets();
        try {
            return new CommandLineProgram(hiding).run(arguments);
        } catch (OutOfMemoryError e) {
            hiding.err()
                    .println("error: Java's memory is full; it may take up to "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB. Ask the API for smaller pages, leave --memory small out, or give Java more, such as"
                            + " HEADRACE_JAVA_OPTIONS=-Xmx4g.");
            return ExitCode.FAILED;
        } catch (RuntimeException | Error e) {
            hiding.err()
                    .println("error: Headrace itself failed: " + e
                            + ". That should not happen; please report it together with these lines:");
            Arrays.stream(e.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> hiding.err().println("    at " + frame));
            return ExitCode.FAILED;
        }
    }

    private int run(String[] arguments) {
        String first = arguments.length == 0 ? "--help" : arguments[0];
        switch (first) {
            case "--help", "-h", "help" -> Help.ofProgram(commands).print(environment.out());
            case "--version", "-V" -> environment.out().println("headrace " + Version.current());
            default -> {
                return runCommand(first, Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
        return ExitCode.DONE;
    }

    private int runCommand(String name, String[] arguments) {
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return runCommand(command, arguments);
            }
        }
        List<String> known = commands.stream().map(Command::name).toList();
        return refuse("there is no command '" + name + "'" + Suggestions.didYouMean(name, known), "headrace --help");
    }

    private int runCommand(Command command, String[] arguments) {
        try {
            CommandLine parsed = parse(command, arguments);
            if (parsed.hasOption("help")) {
                Help.of(command).print(environment.out());
                return ExitCode.DONE;
            }
            return command.run(parsed);
        } catch (WrongCallException e) {
            return refuse(String.valueOf(e.getMessage()), "headrace " + command.name() + " --help");
        } catch (HeadraceException e) {
            environment.err().println("error: " + e.message().stripTrailing());
            return ExitCode.of(e);
        }
    }

    private static CommandLine parse(Command command, String[] arguments) {
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(command.options().forParser(), arguments);
        } catch (UnrecognizedOptionException e) {
            String option = e.getOption().split("=", 2)[0];
            List<String> known = command.options().names();
            throw new WrongCallException("there is no option '" + option + "' of '" + command.name() + "'"
                    + Suggestions.didYouMean(option, known));
        } catch (MissingArgumentException e) {
            throw new WrongCallException("--" + e.getOption().getLongOpt() + " needs a value: "
                    + e.getOption().getArgName() + ".");
        } catch (ParseException e) {
            throw new WrongCallException(String.valueOf(e.getMessage()));
        }
    }

    private int refuse(String problem, String help) {
        environment.err().println("error: " + problem);
        environment.err().println("See: " + help);
        return ExitCode.WRONG_CALL;
    }
}
