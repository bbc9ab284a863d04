package dev.headrace.engine.state;

import dev.headrace.engine.document.PlainValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of one source while a run reads it: begins with what was committed last, is changed by the readers, and becomes a
 * document again. The document it came from stays as it is. Used by one thread.
 */
public final class LiveState {

    private static final String SOURCES = "sources";
    private static final String RESOURCES = "resources";

    private StateDocument committed;
    private final String source;
    private final Map<String, @Nullable Object> content;
    private final Map<String, @Nullable Object> section;
    private final Map<String, @Nullable Object> resources;

    /** What is written also when it holds nothing: what was there before, and what dlt makes when it looks into it. */
    private boolean keepsSources;

    private boolean keepsSection;
    private final boolean keepsResources;

    /** @param source names the section of the document that is worked on */
    public LiveState(StateDocument committed, String source) {
        this.committed = committed;
        this.source = source;
        this.content = copyOf(committed.content());
        this.keepsSources = content.containsKey(SOURCES);
        Map<String, @Nullable Object> sources = child(content, SOURCES);
        this.keepsSection = sources.containsKey(source);
        this.section = child(sources, source);
        this.keepsResources = section.containsKey(RESOURCES);
        this.resources = child(section, RESOURCES);
    }

    /** Takes note that this document, which {@link #freeze} gave, has been committed; the next one follows it. */
    public void committed(StateDocument document) {
        committed = document;
    }

    /** What a resource remembers; may be changed. Empty when it remembers nothing. */
    public Map<String, @Nullable Object> resource(String name) {
        return child(resources, name);
    }

    /** The names of the resources that remember something. */
    public Set<String> resources() {
        return Set.copyOf(resources.keySet());
    }

    /** Lets a resource forget everything. */
    public void reset(String resource) {
        resources.remove(resource);
    }

    /** Lets all resources, and the source itself, forget everything. */
    public void resetSource() {
        section.keySet().removeIf(key -> !key.equals(RESOURCES));
        resources.clear();
    }

    /** What the source and its resources remember now, as plain JSON values; a copy. */
    public Map<String, @Nullable Object> section() {
        return copyOf(section);
    }

    /** Lets the source and its resources remember what {@link #section()} gave, and nothing else. */
    public void restore(Map<String, @Nullable Object> remembered) {
        Map<String, @Nullable Object> copy = copyOf(remembered);
        resources.clear();
        PlainValues.object(copy.remove(RESOURCES)).ifPresent(resources::putAll);
        section.keySet().removeIf(key -> !key.equals(RESOURCES));
        section.putAll(copy);
    }

    /** What a resource remembers in a copy that {@link #section()} gave; not to be changed. */
    public static Map<String, @Nullable Object> resource(Map<String, @Nullable Object> section, String name) {
        Map<String, @Nullable Object> remembered = PlainValues.object(section.get(RESOURCES))
                .flatMap(resources -> PlainValues.object(resources.get(name)))
                .orElseGet(Map::of);
        return Collections.unmodifiableMap(remembered);
    }

    /** Writes the list of sources from now on, also when it is empty. A state that was never stored goes on without it. */
    public void keepSources() {
        keepsSources |= committed.version() > 0;
    }

    /** Writes the source's section from now on, also when it holds nothing. */
    public void keepSection() {
        keepsSection = true;
    }

    /** The state as it is now, as the committed one or its next version. Empty sections that are not kept are left out. */
    public StateDocument freeze(Map<String, @Nullable Object> header) {
        Map<String, @Nullable Object> frozen = copyOf(content);
        frozen.putAll(header);
        PlainValues.object(frozen.remove(SOURCES)).ifPresent(sources -> {
            removeEmpty(sources);
            if (!sources.isEmpty() || keepsSources) {
                frozen.put(SOURCES, sources);
            }
        });
        return committed.changedTo(frozen);
    }

    private void removeEmpty(Map<String, @Nullable Object> sources) {
        Map<String, @Nullable Object> own = child(sources, source);
        Map<String, @Nullable Object> remembered = child(own, RESOURCES);
        remembered.values().removeIf(resource -> resource instanceof Map<?, ?> map && map.isEmpty());
        if (remembered.isEmpty() && !keepsResources) {
            own.remove(RESOURCES);
        }
        if (own.isEmpty() && !keepsSection) {
            sources.remove(source);
        }
    }

    /** The inner object of that name, made if there is none. */
    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> parent, String key) {
        return PlainValues.object(parent.get(key)).orElseGet(() -> {
            Map<String, @Nullable Object> made = new LinkedHashMap<>();
            parent.put(key, made);
            return made;
        });
    }

    private static Map<String, @Nullable Object> copyOf(Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, copyOfValue(value)));
        return copy;
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys
    private static @Nullable Object copyOfValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf((Map<String, @Nullable Object>) map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copyOfValue(element)));
            return copy;
        }
        return value;
    }
}
