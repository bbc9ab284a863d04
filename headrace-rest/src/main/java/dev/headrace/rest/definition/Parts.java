package dev.headrace.rest.definition;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.auth.Authenticators;
import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.format.ResponseFormats;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Paginators;
import java.util.Optional;

/** Makes the components that a configuration names. */
final class Parts {

    private final ComponentContext context;

    Parts(ComponentContext context) {
        this.context = context;
    }

    ComponentContext context() {
        return context;
    }

    /** The paginator a node describes; empty: found on the first page. */
    Optional<Paginator> paginator(ConfigNode node) {
        return JavaNode.component(node, Paginator.class).or(() -> Paginators.create(node, context));
    }

    /** The format a node describes. */
    ResponseFormat format(ConfigNode node) {
        return JavaNode.component(node, ResponseFormat.class).orElseGet(() -> ResponseFormats.create(node, context));
    }

    /** The credentials a node describes; none for null. */
    Authenticator authenticator(ConfigNode node) {
        return JavaNode.component(node, Authenticator.class).orElseGet(() -> Authenticators.create(node, context));
    }
}
