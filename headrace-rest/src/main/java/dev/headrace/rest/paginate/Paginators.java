package dev.headrace.rest.paginate;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes paginators, from configurations and in Java. */
public final class Paginators {

    private static final String AUTO = "auto";

    private Paginators() {}

    /**
     * The paginator that a node describes: a text is a type with all its defaults, an object has {@code type} and options.
     *
     * @return empty for {@code auto} without options, which leaves the choice to what the first page shows, and for null
     * @throws dev.headrace.ConfigException for an unknown type, an option that the type does not have, or a bad value
     */
    public static Optional<Paginator> create(ConfigNode node, ComponentContext context) {
        if (node.kind() == ConfigNode.Kind.NULL) {
            return Optional.empty();
        }
        if (isAuto(node)) {
            Long most = new PaginatorOptions(node, AUTO).maxPages();
            return Optional.ofNullable(most).map(GuessingPaginator::new);
        }
        return Optional.of(Components.onClassPath().create(Paginator.class, "paginator", node, context));
    }

    /** What an endpoint's paginator comes to where its client has one: {@code auto} leaves the choice to that one. */
    public static Paginator unlessGuessed(Paginator own, Paginator shared) {
        return own instanceof GuessingPaginator guessing ? new LimitedPaginator(shared, guessing.maxPages()) : own;
    }

    /** Counts records from 0; ends at the number that the answers call {@code total}, or else after an empty page. */
    public static Paginator offset(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be 1 or more");
        }
        return new OffsetPaginator(limit, 0, new Target.Param("offset"), new Target.Param("limit"), Ending.byDefault());
    }

    /** Counts pages; ends at the number of pages that the answers call {@code total}, or else after an empty page. */
    public static Paginator pageNumber(long basePage) {
        return new PageNumberPaginator(basePage, basePage, new Target.Param("page"), Ending.byDefault());
    }

    /** Sends a value of the body back as a query parameter. */
    public static Paginator cursor(String cursorPath, String cursorParam) {
        return new CursorPaginator(ValuePath.of(cursorPath), new Target.Param(cursorParam), false, null);
    }

    /**
     * Sends a value of the body back as a variable of a GraphQL query.
     *
     * @param variable below {@code variables} in the request's body
     * @param hasMorePath of the value that says whether there is more; null: there is as long as there is a cursor
     * @throws dev.headrace.json.path.JsonPathException when a path is no JSONPath
     */
    public static Paginator graphqlCursor(String cursorPath, String variable, @Nullable String hasMorePath) {
        return new CursorPaginator(
                ValuePath.of(cursorPath),
                new Target.BodyPath("variables." + variable),
                false,
                hasMorePath == null ? null : new MoreFlag(ValuePath.of(hasMorePath)));
    }

    /** Sends a header back as a query parameter. */
    public static Paginator headerCursor(String cursorKey, String cursorParam) {
        return new HeaderCursorPaginator(cursorKey, cursorParam);
    }

    /** Follows a link in the body. */
    public static Paginator jsonLink(String nextUrlPath) {
        return new JsonLinkPaginator(ValuePath.of(nextUrlPath));
    }

    /** Follows the link of a relation, usually {@code next}, in the {@code Link} header. */
    public static Paginator headerLink(String relation) {
        return new HeaderLinkPaginator(relation);
    }

    /** Reads one page. */
    public static Paginator singlePage() {
        return new SinglePagePaginator();
    }

    private static boolean isAuto(ConfigNode node) {
        ConfigNode named =
                node.kind() == ConfigNode.Kind.OBJECT ? node.find("type").orElse(node) : node;
        return named.kind() == ConfigNode.Kind.TEXT && named.text().equals(AUTO);
    }
}
