package dev.headrace.engine.loadpackage;

import java.io.File;
import java.util.regex.Pattern;

/** Words of a command that a message tells the user to call. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellWord() {}

    /** The word as a shell takes it: as it is, or in single quotes. What separates folders on this system needs none. */
    public static String of(String word) {
        boolean plain = PLAIN.matcher(word.replace(File.separatorChar, '/')).matches();
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
