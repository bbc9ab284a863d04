package dev.headrace.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in a Java of their own, in a shell's folder; what they print goes to files there. */
final class ChildProgram {

    private final Shell shell;
    private final List<String> moreClasses;

    ChildProgram(Shell shell, List<String> moreClasses) {
        this.shell = shell;
        this.moreClasses = moreClasses;
    }

    Process start(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        List<String> classes = new ArrayList<>(moreClasses);
        classes.add(classPath());
        command.add(String.join(File.pathSeparator, classes));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(shell.folder().toFile())
                .redirectOutput(shell.path("out.txt").toFile())
                .redirectError(shell.path("err.txt").toFile())
                .start();
    }

    String out() {
        return shell.read("out.txt");
    }

    String err() {
        return shell.read("err.txt");
    }

    /** Everything these tests see. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
