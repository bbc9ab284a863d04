package dev.headrace.config.python;

import dev.headrace.config.tree.Tree;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects the entries of a dict. What was spread into it may be replaced; a key written twice is a mistake. */
final class DictBuilder {

    private final Program program;
    private final Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();

    DictBuilder(Program program) {
        this.program = program;
    }

    void put(Token keyToken, String key, Tree value) {
        Tree.Entry entry = new Tree.Entry(program.place(keyToken), value);
        Tree.Entry before = entries.put(key, entry);
        if (!written.add(key) && before != null) {
            throw program.source()
                    .error(
                            entry.keyPlace(),
                            "the key '" + key + "' is written twice, first at "
                                    + before.keyPlace().position() + "; remove one of them");
        }
    }

    void spread(Token token, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            throw Unreadable.code(
                    program, token, "**", "only a dict can be spread here", "write its entries one by one");
        }
        entries.putAll(mapping.entries());
    }

    Map<String, Tree.Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }
}
