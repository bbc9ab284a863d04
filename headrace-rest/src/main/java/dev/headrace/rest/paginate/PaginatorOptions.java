package dev.headrace.rest.paginate;

import dev.headrace.config.ConfigNode;
import dev.headrace.json.path.JsonPathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options of a paginator; a text instead of an object means all defaults. */
final class PaginatorOptions {

    static final String HAS_MORE = "has_more_path";
    static final String STOP = "stop_after_empty_page";
    static final String TOTAL = "total_path";
    private static final String MAX_PAGES = "max_pages";

    private final ConfigNode node;

    /** @param allowed the options of this type */
    PaginatorOptions(ConfigNode node, List<String> allowed) {
        if (node.kind() == ConfigNode.Kind.OBJECT) {
            List<String> keys = new ArrayList<>(List.of("type"));
            keys.addAll(allowed);
            keys.add(MAX_PAGES);
            node.onlyKeys(keys);
        }
        this.node = node;
    }

    /** The paginator, with the limit on pages that every type may have. */
    Paginator limited(Paginator paginator) {
        Long most = number(MAX_PAGES, 1);
        return most == null ? paginator : new LimitedPaginator(paginator, most);
    }

    String text(String name, String otherwise) {
        String text = node.text(name, otherwise);
        if (text.isEmpty()) {
            throw node.error(name, "'" + name + "' is empty. Give a name, or leave it out for '" + otherwise + "'.");
        }
        return text;
    }

    boolean bool(String name, boolean otherwise) {
        return node.bool(name, otherwise);
    }

    /** A whole number that is at least {@code least}. */
    @Nullable
    Long number(String name, long least) {
        Long value = node.present(name).map(ConfigNode::integer).orElse(null);
        if (value != null && value < least) {
            throw node.error(name, "'" + name + "' is " + value + "; it must be " + least + " or more.");
        }
        return value;
    }

    long number(String name, long least, long otherwise) {
        Long value = number(name, least);
        return value == null ? otherwise : value;
    }

    long requiredNumber(String name, long least) {
        node.require(name);
        return number(name, least, least);
    }

    ValuePath path(String name, String otherwise) {
        String path = text(name, otherwise);
        try {
            return ValuePath.of(path);
        } catch (JsonPathException e) {
            throw node.error(name, "'" + name + "' is no JSONPath: " + e.getMessage());
        }
    }

    @Nullable
    MoreFlag moreFlag() {
        return node.text(HAS_MORE).filter(path -> !path.isEmpty()).isEmpty() ? null : new MoreFlag(path(HAS_MORE, ""));
    }

    /** The default total when nothing is said; none when null or an empty text is said. */
    @Nullable
    Total total() {
        if (!node.has(TOTAL)) {
            return Total.byDefault();
        }
        return node.text(TOTAL, "").isEmpty() ? null : new Total(path(TOTAL, Total.DEFAULT_PATH), true);
    }

    /** Where to write a value: a query parameter or a body path, not both. */
    Target target(String param, String bodyPath, String otherwise) {
        if (node.present(param).isPresent() && node.present(bodyPath).isPresent()) {
            throw node.error(
                    bodyPath, "'" + param + "' and '" + bodyPath + "' exclude each other; leave one of them out.");
        }
        for (String name : List.of(param, bodyPath)) {
            if (node.text(name, name).isEmpty()) {
                throw node.error(
                        name,
                        "'" + name + "' is empty. One of '" + param + "' and '" + bodyPath
                                + "' must have a name, or leave out both for the parameter '" + otherwise + "'.");
            }
        }
        return node.present(bodyPath).isPresent()
                ? new Target.BodyPath(node.text(bodyPath, otherwise))
                : new Target.Param(node.text(param, otherwise));
    }

    /** What ends the counting; {@code maximum} is the name of that option. */
    Ending ending(String maximum) {
        Ending ending = new Ending(total(), number(maximum, 0), bool(STOP, true), moreFlag());
        if (ending.isEndless()) {
            throw node.error("nothing would end the sequence. Set at least one of " + TOTAL + ", " + maximum + ", "
                    + HAS_MORE + ", or set " + STOP + " to true.");
        }
        return ending;
    }
}
