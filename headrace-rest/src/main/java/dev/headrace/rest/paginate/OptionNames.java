package dev.headrace.rest.paginate;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that each type of paginator has. */
final class OptionNames {

    private static final Map<String, List<String>> BY_TYPE = new LinkedHashMap<>();

    static {
        BY_TYPE.put("auto", List.of());
        BY_TYPE.put("single_page", List.of());
        BY_TYPE.put("json_link", List.of("next_url_path"));
        BY_TYPE.put("header_link", List.of("links_next_key"));
        BY_TYPE.put("header_cursor", List.of("cursor_key", "cursor_param"));
        BY_TYPE.put(
                "cursor",
                List.of("cursor_path", "cursor_param", "cursor_body_path", "stop_after_empty_page", "has_more_path"));
        BY_TYPE.put(
                "offset",
                List.of(
                        "limit",
                        "offset",
                        "offset_param",
                        "offset_body_path",
                        "limit_param",
                        "limit_body_path",
                        "total_path",
                        "maximum_offset",
                        "stop_after_empty_page",
                        "has_more_path"));
        BY_TYPE.put(
                "page_number",
                List.of(
                        "base_page",
                        "page",
                        "page_param",
                        "page_body_path",
                        "total_path",
                        "maximum_page",
                        "stop_after_empty_page",
                        "has_more_path"));
    }

    private OptionNames() {}

    /** Fails for every key that the type does not have, and says which type has it. */
    static void check(ConfigNode node, String type) {
        List<String> allowed = new ArrayList<>(List.of("type"));
        allowed.addAll(BY_TYPE.getOrDefault(type, List.of()));
        allowed.add(PaginatorOptions.MAX_PAGES);
        Problems problems = new Problems();
        for (String key : node.keys()) {
            if (!allowed.contains(key)) {
                problems.add(
                        node.error(key, wrong(key, type, allowed) + " Allowed here: " + String.join(", ", allowed)));
            }
        }
        problems.throwIfAny();
    }

    private static String wrong(String key, String type, List<String> allowed) {
        List<String> owners = owners(key);
        return owners.isEmpty()
                ? "unknown key '" + key + "'" + Suggestions.didYouMean(key, allowed)
                : "'" + key + "' is no option of '" + type + "', but of '" + String.join("' and '", owners) + "'.";
    }

    private static List<String> owners(String option) {
        return BY_TYPE.entrySet().stream()
                .filter(entry -> entry.getValue().contains(option))
                .map(Map.Entry::getKey)
                .toList();
    }
}
