package dev.headrace.rest.paginate;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.json.path.JsonPathException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options of a paginator; a text instead of an object means all defaults. */
final class PaginatorOptions {

    static final String HAS_MORE = "has_more_path";
    static final String STOP = "stop_after_empty_page";
    static final String TOTAL = "total_path";
    static final String MAX_PAGES = "max_pages";

    private final ConfigNode node;
    private final Problems problems = new Problems();

    /** @param type of the paginator, which says what options there are */
    PaginatorOptions(ConfigNode node, String type) {
        if (node.kind() == ConfigNode.Kind.OBJECT) {
            problems.check(() -> OptionNames.check(node, type));
        }
        this.node = node;
    }

    /**
     * The paginator, with the limit on pages that every type may have.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with the options that were asked for
     */
    Paginator limited(Paginator paginator) {
        Long most = maxPages();
        return most == null ? paginator : new LimitedPaginator(paginator, most);
    }

    /**
     * The most pages that are wanted; null for all.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with the options that were asked for
     */
    @Nullable
    Long maxPages() {
        Long most = number(MAX_PAGES, 1);
        problems.throwIfAny();
        return most;
    }

    String text(String name, String otherwise) {
        return problems.attempt(() -> filled(name, otherwise)).orElse(otherwise);
    }

    private String filled(String name, String otherwise) {
        String text = node.text(name, otherwise);
        if (text.isEmpty()) {
            throw node.error(name, "'" + name + "' is empty. Give a name, or leave it out for '" + otherwise + "'.");
        }
        return text;
    }

    boolean bool(String name, boolean otherwise) {
        return problems.attempt(() -> node.bool(name, otherwise)).orElse(otherwise);
    }

    /** A whole number that is at least {@code least}. */
    @Nullable
    Long number(String name, long least) {
        return node.present(name)
                .flatMap(value -> problems.attempt(() -> atLeast(least, name, value)))
                .orElse(null);
    }

    private Long atLeast(long least, String name, ConfigNode value) {
        long number = value.integer();
        if (number < least) {
            throw node.error(name, "'" + name + "' is " + number + "; it must be " + least + " or more.");
        }
        return number;
    }

    long number(String name, long least, long otherwise) {
        Long value = number(name, least);
        return value == null ? otherwise : value;
    }

    long requiredNumber(String name, long least) {
        problems.check(() -> node.require(name));
        return number(name, least, least);
    }

    ValuePath path(String name, String otherwise) {
        return problems.attempt(() -> readPath(name, otherwise)).orElseGet(() -> ValuePath.of("x"));
    }

    private ValuePath readPath(String name, String otherwise) {
        try {
            return ValuePath.of(filled(name, otherwise));
        } catch (JsonPathException e) {
            throw node.error(name, "'" + name + "' is no JSONPath: " + e.getMessage());
        }
    }

    @Nullable
    MoreFlag moreFlag() {
        return optionalText(HAS_MORE).isEmpty() ? null : new MoreFlag(path(HAS_MORE, ""));
    }

    /** The default total when nothing is said; none when null or an empty text is said. */
    @Nullable
    Total total() {
        if (!node.has(TOTAL)) {
            return Total.byDefault();
        }
        return optionalText(TOTAL).isEmpty() ? null : new Total(path(TOTAL, Total.DEFAULT_PATH), true);
    }

    private String optionalText(String name) {
        return problems.attempt(() -> node.text(name, "")).orElse("");
    }

    /** Where to write a value: a query parameter or a body path, not both. */
    Target target(String param, String bodyPath, String otherwise) {
        return problems.attempt(() -> readTarget(param, bodyPath, otherwise))
                .orElseGet(() -> new Target.Param(otherwise));
    }

    private Target readTarget(String param, String bodyPath, String otherwise) {
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
        if (ending.isEndless() && problems.isEmpty()) {
            throw node.error("nothing would end the sequence. Set at least one of " + TOTAL + ", " + maximum + ", "
                    + HAS_MORE + ", or set " + STOP + " to true.");
        }
        return ending;
    }
}
