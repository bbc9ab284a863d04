package dev.headrace.build.callsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Rewrites jars whose call sites are linked ahead of time. */
public final class CallSites {

    private CallSites() {}

    /**
     * Rewrites a jar in place. What is no class stays as it is, also in its order; a jar that has been rewritten doesn't
     * change any more.
     *
     * @return how many classes were made for lambdas
     * @throws IOException when the jar can't be read or written; it is as it was then
     */
    public static int rewrite(Path file) throws IOException {
        Jar jar = Jar.read(file);
        Map<String, byte[]> made = new HashMap<>();
        Nests nests = new Nests();
        boolean changed = jar.replaceClasses(bytes -> {
            ClassRewriting rewritten = ClassRewriting.of(bytes);
            made.putAll(rewritten.made());
            nests.add(rewritten.host(), rewritten.made().keySet());
            return rewritten.changes() ? rewritten.bytes() : bytes;
        });
        jar.replaceClasses(nests::withMembers);
        made.forEach(jar::addClass);
        if (changed) {
            jar.write(file);
        }
        return made.size();
    }
}
