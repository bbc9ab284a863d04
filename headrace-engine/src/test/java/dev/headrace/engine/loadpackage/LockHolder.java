package dev.headrace.engine.loadpackage;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens the store of a folder, says so, and keeps it until it is killed. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        PackageStore store = Packages.open(Path.of(arguments[0]));
        store.begin();
        System.out.println("open");
        System.in.read();
        store.close();
    }

    /** Starts the program, and returns when it holds the folder. */
    static Process start(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.inputReader().readLine();
        return process;
    }
}
