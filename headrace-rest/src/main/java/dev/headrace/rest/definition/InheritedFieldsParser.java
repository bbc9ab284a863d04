package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code include_from_parent}: fields by name, or {@code {field: author.name, as: author, resource: orgs}}. */
final class InheritedFieldsParser {

    private static final List<String> KEYS = List.of("field", "as", "resource");

    private InheritedFieldsParser() {}

    /** @param parent whose fields those are that don't name a resource */
    static List<InheritedField> parse(ConfigNode list, String parent) {
        Problems problems = new Problems();
        Map<String, InheritedField> byName = new LinkedHashMap<>();
        for (ConfigNode element : list.requireKind(Kind.LIST).elements()) {
            problems.check(() -> add(byName, field(element, parent), element));
        }
        problems.throwIfAny();
        return List.copyOf(byName.values());
    }

    private static void add(Map<String, InheritedField> byName, InheritedField field, ConfigNode element) {
        InheritedField other = byName.put(field.name(), field);
        if (other != null && !other.equals(field)) {
            throw element.error("two fields would be named '" + field.name() + "'; give one another name with 'as'");
        }
    }

    private static InheritedField field(ConfigNode element, String parent) {
        if (element.kind() != Kind.OBJECT) {
            return InheritedField.of(new InheritedField.Origin(parent, filled(element)));
        }
        element.onlyKeys(KEYS);
        String resource =
                element.present("resource").map(InheritedFieldsParser::filled).orElse(parent);
        InheritedField.Origin origin = new InheritedField.Origin(resource, filled(element.require("field")));
        return element.present("as")
                .map(name -> new InheritedField(origin, filled(name)))
                .orElseGet(() -> InheritedField.of(origin));
    }

    private static String filled(ConfigNode node) {
        String text = node.text();
        if (text.isBlank()) {
            throw node.error("the text is empty: name a field, such as id");
        }
        return text;
    }
}
