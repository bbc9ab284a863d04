package dev.headrace.rest.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads an element with everything in it as plain Java values; used once. */
final class XmlElements {

    private static final int DEEPEST = 200;
    private static final String TEXT = "value";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamReader reader;
    private final Set<String> lists;
    private final Deque<Element> open = new ArrayDeque<>();

    /** @param reader at the start of the element */
    XmlElements(XMLStreamReader reader, Set<String> lists) {
        this.reader = reader;
        this.lists = lists;
    }

    /** The value of the element; the reader stands at its end then. */
    @Nullable
    Object read() throws XMLStreamException {
        open.push(new Element(reader));
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                Element ended = open.pop();
                if (open.isEmpty()) {
                    return ended.value();
                }
                open.element().add(ended.name, ended.value(), lists.contains(ended.name));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.element().text.append(reader.getText());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableBodyException("line " + reader.getLocation().getLineNumber() + " has the entity &"
                        + reader.getLocalName() + ";, and entities are not supported");
            }
        }
    }

    private void begin() {
        if (open.size() == DEEPEST) {
            throw new UnreadableBodyException("line " + reader.getLocation().getLineNumber() + ": at most " + DEEPEST
                    + " elements may lie inside each other");
        }
        open.push(new Element(reader));
    }

    /** An element whose end has not been read yet. */
    private static final class Element {

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> children = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Element(XMLStreamReader reader) {
            name = reader.getLocalName();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (!SCHEMA_INSTANCE.equals(reader.getAttributeNamespace(i))) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
            }
        }

        @SuppressWarnings("unchecked") // the only lists among the values are those made here
        void add(String child, @Nullable Object value, boolean always) {
            Object known = children.get(child);
            if (known instanceof List) {
                ((List<@Nullable Object>) known).add(value);
            } else if (always || children.containsKey(child)) {
                List<@Nullable Object> several = new ArrayList<>();
                if (children.containsKey(child)) {
                    several.add(known);
                }
                several.add(value);
                children.put(child, several);
            } else {
                children.put(child, value);
            }
        }

        @Nullable
        Object value() {
            String content = text.toString().strip();
            if (attributes.isEmpty() && children.isEmpty()) {
                return content.isEmpty() ? null : content;
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            attributes.forEach((key, value) -> fields.put(children.containsKey(key) ? "@" + key : key, value));
            fields.putAll(children);
            if (!content.isEmpty()) {
                fields.put(fields.containsKey(TEXT) ? "@" + TEXT : TEXT, content);
            }
            return fields;
        }
    }
}
