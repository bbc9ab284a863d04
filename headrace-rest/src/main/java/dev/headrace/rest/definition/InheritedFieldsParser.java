package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** The fields of a child that can be read, whatever is wrong with the others. */
    static List<InheritedField> readable(ConfigNode child, String parent) {
        return child.present("include_from_parent").stream()
                .flatMap(list -> list.elements().stream())
                .flatMap(element -> new Problems().attempt(() -> field(element, parent)).stream())
                .toList();
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
        Problems problems = new Problems();
        problems.check(() -> element.onlyKeys(KEYS));
        Supplier<String> resource = problems.part(() ->
                element.present("resource").map(InheritedFieldsParser::filled).orElse(parent));
        Supplier<String> field = problems.part(() -> filled(element.require("field")));
        Supplier<Optional<String>> name =
                problems.part(() -> element.present("as").map(InheritedFieldsParser::filled));
        return problems.whole(() -> {
            InheritedField.Origin origin = new InheritedField.Origin(resource.get(), field.get());
            return name.get().map(as -> new InheritedField(origin, as)).orElseGet(() -> InheritedField.of(origin));
        });
    }

    private static String filled(ConfigNode node) {
        return Choices.filled(node, "name a field, such as id");
    }
}
