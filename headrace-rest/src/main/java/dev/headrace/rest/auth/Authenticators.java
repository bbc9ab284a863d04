package dev.headrace.rest.auth;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** Makes authenticators from configurations. */
public final class Authenticators {

    private static final String BEARER = "bearer";

    private Authenticators() {}

    /**
     * The authenticator that an {@code auth} node describes: null is none, a text is a type whose fields all come from the
     * settings, an object has its {@code type}, which may be left out when there is a {@code token}.
     *
     * @throws dev.headrace.ConfigException for an unknown type or field, or a missing field: names every place tried
     */
    public static Authenticator create(ConfigNode node, ComponentContext context) {
        return switch (node.kind()) {
            case NULL -> Authenticator.none();
            case TEXT -> named(node, context);
            case OBJECT -> ofObject(node, context);
            default ->
                throw node.error("'auth' is " + node.kind().description()
                        + "; it must be the name of a type or an object with 'type': " + known() + ".");
        };
    }

    private static Authenticator ofObject(ConfigNode node, ComponentContext context) {
        if (node.has("type")) {
            return named(node, context);
        }
        if (node.has("token")) {
            return new BearerProvider().create(node, context);
        }
        throw node.error("type", "'type' is required, unless there is a 'token'. Known: " + known());
    }

    private static Authenticator named(ConfigNode node, ComponentContext context) {
        return Components.onClassPath().create(Authenticator.class, "auth type", node, context);
    }

    /** The names of all types. */
    public static List<String> names() {
        return Components.onClassPath().names(Authenticator.class);
    }

    private static String known() {
        List<String> names = names();
        return String.join(", ", names.isEmpty() ? List.of(BEARER) : names);
    }
}
