package dev.headrace.cli;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Building the command tree costs more than all the rest of this answer.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println("headrace " + Version.current());
            return;
        }
        StopRequest stop = StopRequest.onShutdown();
        int exit = CommandLineProgram.run(arguments, ProgramEnvironment.ofProcess(stop.sleeper(), stop::isRequested));
        StoredClasses.loadIfArchiving();
        stop.end(exit);
    }
}
