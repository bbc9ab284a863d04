package dev.headrace.build.callsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Makes jars whose call sites are linked ahead of time. */
public final class CallSites {

    private CallSites() {}

    /**
     * Makes one jar out of another. What is no class stays as it is, also in its order.
     *
     * @param linked if it is there, it is replaced when something is different; it is whole at any time
     * @return how many classes were made for lambdas
     * @throws IOException when a jar can't be read or written
     */
    public static int link(Path jar, Path linked) throws IOException {
        JarContent content = JarContent.read(jar);
        Map<String, byte[]> made = new HashMap<>();
        Nests nests = new Nests();
        content.replaceClasses(bytes -> {
            ClassRewriting rewritten = ClassRewriting.of(bytes);
            made.putAll(rewritten.made());
            nests.add(rewritten.host(), rewritten.made().keySet());
            return rewritten.bytes();
        });
        content.replaceClasses(nests::withMembers);
        made.forEach(content::addClass);
        content.write(linked);
        return made.size();
    }
}
