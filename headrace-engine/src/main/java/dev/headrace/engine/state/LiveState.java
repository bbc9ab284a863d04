package dev.headrace.engine.state;

import dev.headrace.engine.document.PlainValues;
import java.util.ArrayList;
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
    private final Map<String, @Nullable Object> content;
    private final Map<String, @Nullable Object> section;
    private final Map<String, @Nullable Object> resources;

    /** @param source names the section of the document that is worked on */
    public LiveState(StateDocument committed, String source) {
        this.committed = committed;
        this.content = copyOf(committed.content());
        this.section = child(child(content, SOURCES), source);
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

    /** The state as it is now, as the committed one or its next version. Sections that hold nothing are left out. */
    public StateDocument freeze(Map<String, @Nullable Object> header) {
        Map<String, @Nullable Object> frozen = copyOf(content);
        frozen.putAll(header);
        PlainValues.object(frozen.remove(SOURCES)).ifPresent(sources -> {
            removeEmpty(sources);
            if (!sources.isEmpty() || committed.content().containsKey(SOURCES)) {
                frozen.put(SOURCES, sources);
            }
        });
        return committed.changedTo(frozen);
    }

    private static void removeEmpty(Map<String, @Nullable Object> sources) {
        sources.values()
                .removeIf(source -> PlainValues.object(source)
                        .filter(LiveState::isEmptySource)
                        .isPresent());
    }

    private static boolean isEmptySource(Map<String, @Nullable Object> source) {
        PlainValues.object(source.get(RESOURCES)).ifPresent(resources -> {
            resources.values().removeIf(resource -> resource instanceof Map<?, ?> map && map.isEmpty());
            if (resources.isEmpty()) {
                source.remove(RESOURCES);
            }
        });
        return source.isEmpty();
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
