package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.json.path.JsonPath;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.rest.template.Template;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code graphql} of an endpoint: {@code {query, operation_name, variables, cursor}}. */
final class GraphqlParser {

    static final String KEY = "graphql";

    private static final List<String> KEYS = List.of("query", "operation_name", "variables", "cursor");
    private static final List<String> CURSOR_KEYS = List.of("variable", "path", "has_more");
    static final String CURSOR = "cursor";

    private GraphqlParser() {}

    /**
     * The JSON body. The query is sent as it is, with its braces; placeholders are for the variables.
     *
     * @param references takes what the variables refer to
     */
    static ValueTemplate.Fields body(ConfigNode graphql, References references) {
        Problems problems = new Problems();
        problems.check(() -> graphql.requireObject().onlyKeys(KEYS));
        List<ValueTemplate.Field> fields = new ArrayList<>();
        problems.check(() -> fields.add(literal("query", query(graphql))));
        problems.check(() -> graphql.text("operation_name").ifPresent(n -> fields.add(literal("operationName", n))));
        problems.check(() -> graphql.present("variables")
                .map(ConfigNode::requireObject)
                .ifPresent(node -> {
                    ValueTemplate variables = Placeholders.fields(node, "graphql.variables", references);
                    fields.add(new ValueTemplate.Field(Template.literal("variables"), variables));
                }));
        problems.throwIfAny();
        return new ValueTemplate.Fields(fields);
    }

    private static String query(ConfigNode graphql) {
        String query = graphql.require("query").text();
        if (query.isBlank()) {
            throw graphql.error("query", "'query' is empty");
        }
        return query;
    }

    private static ValueTemplate.Field literal(String key, String text) {
        return new ValueTemplate.Field(Template.literal(key), new ValueTemplate.Text(Template.literal(text)));
    }

    /** The paginator that {@code cursor} describes; empty when there is none. */
    static Optional<Paginator> paginator(ConfigNode graphql) {
        return graphql.requireObject().present(CURSOR).map(GraphqlParser::cursor);
    }

    private static Paginator cursor(ConfigNode cursor) {
        Problems problems = new Problems();
        problems.check(() -> cursor.requireObject().onlyKeys(CURSOR_KEYS));
        Supplier<String> path = problems.part(() -> path(cursor.require("path")));
        Supplier<Optional<String>> more =
                problems.part(() -> cursor.present("has_more").map(GraphqlParser::path));
        Supplier<String> variable = problems.part(() -> variable(cursor));
        return problems.whole(() ->
                Paginators.graphqlCursor(path.get(), variable.get(), more.get().orElse(null)));
    }

    private static String path(ConfigNode node) {
        try {
            JsonPath.compile(node.text());
            return node.text();
        } catch (JsonPathException e) {
            throw node.error("'" + node.text() + "' is no JSONPath: " + e.getMessage());
        }
    }

    private static String variable(ConfigNode cursor) {
        String variable = cursor.text("variable", "after");
        if (variable.isBlank()) {
            throw cursor.error("variable", "'variable' is empty. Name the variable that takes the cursor");
        }
        return variable;
    }
}
