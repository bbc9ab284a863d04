package dev.headrace.build.lambda;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The command that the build of the distribution calls. */
public final class LambdaClasses {

    private LambdaClasses() {}

    /**
     * Rewrites the jars of a folder in place. What is no class stays as it is, also in its order; a jar that has been rewritten
     * doesn't change any more.
     *
     * @param arguments the folder, and what the names of the jars begin with
     * @throws IOException when a jar can't be read or written
     */
    public static void main(String[] arguments) throws IOException {
        int made = 0;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), arguments[1] + "*.jar")) {
            for (Path jar : jars) {
                made += rewrite(jar);
            }
        }
        System.out.println(made + " lambdas have got classes of their own.");
    }

    /** Answers how many classes were made. */
    static int rewrite(Path file) throws IOException {
        Jar jar = Jar.read(file);
        Map<String, byte[]> made = new HashMap<>();
        Nests nests = new Nests();
        jar.replaceClasses(bytes -> {
            LambdaReplacement replaced = LambdaReplacement.of(bytes);
            made.putAll(replaced.made());
            nests.add(replaced.host(), replaced.made().keySet());
            return replaced.bytes();
        });
        jar.replaceClasses(nests::withMembers);
        made.forEach(jar::addClass);
        if (!made.isEmpty()) {
            jar.write(file);
        }
        return made.size();
    }
}
