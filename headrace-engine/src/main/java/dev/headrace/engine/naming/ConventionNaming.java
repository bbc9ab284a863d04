package dev.headrace.engine.naming;

import dev.headrace.ConfigException;
import java.util.ArrayList;
import java.util.List;

/** A convention together with a destination's limit. */
record ConventionNaming(Convention convention, Shortening shortening) implements Naming {

    /** What dlt calls a key without any visible character. */
    private static final String BLANK_KEY = "_empty";

    @Override
    public String name() {
        return convention.name();
    }

    @Override
    public String separator() {
        return convention.separator();
    }

    @Override
    public String identifier(String raw) {
        String trimmed = Blanks.trim(raw);
        if (trimmed.isEmpty()) {
            throw new ConfigException(
                    "Cannot name a table or column '" + raw + "': the name is blank; give it a name.");
        }
        return shortening.shorten(convention.rule().apply(trimmed), trimmed);
    }

    @Override
    public String path(String raw) {
        if (Blanks.isBlank(raw)) {
            return convention.rule().apply(BLANK_KEY);
        }
        List<String> parts = parts(raw);
        return parts.isEmpty() ? identifier(raw) : shortening.shorten(String.join(separator(), parts), raw);
    }

    private List<String> parts(String raw) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = raw.indexOf(separator()); end >= 0; end = raw.indexOf(separator(), start)) {
            addPart(raw.substring(start, end), parts);
            start = end + separator().length();
        }
        addPart(raw.substring(start), parts);
        return parts;
    }

    private void addPart(String part, List<String> parts) {
        if (!Blanks.isBlank(part)) {
            parts.add(identifier(part));
        }
    }

    @Override
    public String join(String parentPath, String child) {
        String joined = parentPath + separator() + child;
        return shortening.shorten(joined, joined);
    }
}
