package dev.headrace.config.yaml;

import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.tree.TreeLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Makes the tree of one document from its events. Belongs to one reading. */
final class TreeComposer {

    private static final String TAG_PREFIX = "tag:yaml.org,2002:";
    private static final String MERGE = "<<";

    private final SourceText source;
    private final Iterator<Event> events;
    private final Map<Anchor, Tree> anchors = new HashMap<>();
    private int depth;
    private int values;

    TreeComposer(SourceText source, Iterator<Event> events) {
        this.source = source;
        this.events = events;
    }

    Place place(Event event) {
        return event.getStartMark()
                .map(mark -> source.place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> source.place(1, 1));
    }

    /** The value that starts with this event. */
    Tree compose(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        count(1, place(event));
        Tree tree = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event);
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor, tree));
        }
        return tree;
    }

    private Tree aliased(AliasEvent alias) {
        Tree tree = alias.getAnchor().map(anchors::get).orElse(null);
        if (tree == null) {
            throw source.error(
                    place(alias), "the alias *" + alias.getAlias().getValue() + " refers to nothing written before it");
        }
        count(size(tree), place(alias));
        return tree;
    }

    private void count(int more, Place place) {
        values += more;
        if (values > TreeLimits.VALUES) {
            throw source.error(place, "more than " + TreeLimits.VALUES + " values, aliases counted; this is too large");
        }
    }

    private static int size(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return 1
                    + mapping.entries().values().stream()
                            .mapToInt(entry -> size(entry.value()))
                            .sum();
        }
        if (tree instanceof Tree.Sequence sequence) {
            return 1 + sequence.elements().stream().mapToInt(TreeComposer::size).sum();
        }
        return 1;
    }

    private Tree collection(Event event) {
        if (++depth > TreeLimits.DEPTH) {
            throw source.error(
                    place(event), "more than " + TreeLimits.DEPTH + " levels within each other; simplify it");
        }
        Tree tree = event instanceof MappingStartEvent start ? mapping(start) : sequence((SequenceStartEvent) event);
        depth--;
        return tree;
    }

    private Tree sequence(SequenceStartEvent start) {
        knownTag(start, start.getTag(), "seq");
        List<Tree> elements = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            elements.add(compose(event));
        }
        return new Tree.Sequence(place(start), elements);
    }

    private Tree mapping(MappingStartEvent start) {
        knownTag(start, start.getTag(), "map");
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        Map<String, Tree.Entry> merged = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Place keyPlace = place(event);
            boolean merge = event instanceof ScalarEvent scalar && scalar.isPlain() && MERGE.equals(scalar.getValue());
            String key = key(event);
            Tree value = compose(events.next());
            if (merge) {
                merge(merged, value);
            } else {
                enter(entries, key, new Tree.Entry(keyPlace, value));
            }
        }
        merged.forEach(entries::putIfAbsent);
        return new Tree.Mapping(place(start), entries);
    }

    private String key(Event event) {
        Place place = place(event);
        Tree key = compose(event);
        if (!(key instanceof Tree.Scalar scalar)) {
            throw source.error(
                    place,
                    "a key must be a text, found " + key.kind().description() + "; put texts with braces in quotes");
        }
        if (scalar.value() == null && scalar.text().isEmpty()) {
            throw source.error(place, "a key is missing before ':'");
        }
        return scalar.text();
    }

    private void enter(Map<String, Tree.Entry> entries, String key, Tree.Entry entry) {
        Tree.Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            throw source.error(
                    entry.keyPlace(),
                    "the key '" + key + "' is written twice, first at "
                            + first.keyPlace().position() + "; remove one of them");
        }
    }

    /** What a merge key brings counts less than what is written, and earlier mappings count more than later ones. */
    private void merge(Map<String, Tree.Entry> merged, Tree value) {
        if (value instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(merged::putIfAbsent);
        } else if (value instanceof Tree.Sequence sequence) {
            sequence.elements().forEach(element -> merge(merged, element));
        } else {
            throw source.error(
                    value.place(), "'<<' merges objects, found " + value.kind().description());
        }
    }

    private Tree scalar(ScalarEvent event) {
        Place place = place(event);
        String text = event.getValue();
        try {
            return new Tree.Scalar(place, value(event), text);
        } catch (NumberFormatException e) {
            throw source.error(place, "this is not a number that can be read: " + e.getMessage());
        }
    }

    private @Nullable Object value(ScalarEvent event) {
        Optional<String> tag = event.getTag();
        if (tag.isPresent()) {
            knownTag(event, tag, "str", "int", "float", "bool", "null");
            return tag.get().equals(TAG_PREFIX + "str") ? event.getValue() : CoreSchema.resolve(event.getValue());
        }
        return event.isPlain() ? CoreSchema.resolve(event.getValue()) : event.getValue();
    }

    private void knownTag(Event event, Optional<String> tag, String... known) {
        if (tag.isPresent() && !List.of(known).contains(tag.get().replace(TAG_PREFIX, ""))) {
            throw source.error(place(event), "the tag '" + tag.get() + "' has no meaning here; remove it");
        }
    }
}
