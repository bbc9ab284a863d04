package dev.headrace.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Keeps the libraries' logs off the terminal: what a user should know, the program tells itself. Whoever wants the logs
 * names a configuration with {@code -Djava.util.logging.config.file}. Made by the {@link LogManager} when something first
 * logs; until then logging costs nothing.
 */
public final class Logging {

    private static final String CLASS = "java.util.logging.config.class";
    private static final String FILE = "java.util.logging.config.file";

    /** Called by the {@link LogManager}. */
    public Logging() throws IOException {
        byte[] nothing = "handlers=\n.level=OFF\n".getBytes(StandardCharsets.US_ASCII);
        LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(nothing));
    }

    /** Takes effect when something first logs, unless the user has configured logging. */
    static void prepare() {
        if (System.getProperty(FILE) == null && System.getProperty(CLASS) == null) {
            System.setProperty(CLASS, Logging.class.getName());
        }
    }
}
