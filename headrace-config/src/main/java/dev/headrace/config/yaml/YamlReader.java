package dev.headrace.config.yaml;

import dev.headrace.ConfigException;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document with the core schema's types ({@code no} and {@code 2024-01-01} are texts), and merge keys
 * ({@code <<}). Duplicate keys, tags of programming languages, very deep nesting and aliases that multiply are refused.
 */
public final class YamlReader {

    private YamlReader() {}

    /** @throws ConfigException with the place of what cannot be read */
    public static Tree read(SourceText source) {
        try {
            return compose(source);
        } catch (MarkedYamlEngineException e) {
            throw YamlMistakes.explain(source, e);
        } catch (YamlEngineException e) {
            throw new ConfigException(source.name() + ": cannot read this as YAML: " + e.getMessage(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser lets these escape for malformed escapes, without a place.
            throw new ConfigException(
                    source.name() + ": cannot read this as YAML: an escape such as \\u or % in it is not complete", e);
        }
    }

    /** The value of text as if it stood unquoted in a document; any text is possible. */
    public static Tree plain(String text, Place place) {
        String stripped = text.strip();
        try {
            return new Tree.Scalar(place, CoreSchema.resolve(stripped), stripped);
        } catch (NumberFormatException e) {
            return new Tree.Scalar(place, stripped, stripped);
        }
    }

    private static Tree compose(SourceText source) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(source.text()).iterator();
        Event event = events.next();
        while (!(event instanceof DocumentStartEvent)) {
            if (!events.hasNext()) {
                throw new ConfigException(source.name() + ": the document is empty");
            }
            event = events.next();
        }
        TreeComposer composer = new TreeComposer(source, events);
        Tree tree = composer.compose(events.next());
        onlyOne(source, composer, events);
        return tree;
    }

    private static void onlyOne(SourceText source, TreeComposer composer, Iterator<Event> events) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                throw source.error(
                        composer.place(event), "a second YAML document starts here ('---'); a file holds one");
            }
        }
    }
}
