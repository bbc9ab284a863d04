package dev.headrace.config.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that only say in other words what a dict of the configuration says: dlt's classes for authentication and
 * pagination, {@code dict} itself, and the typed dicts.
 */
final class KnownCalls {

    /**
     * The dict that a call stands for.
     *
     * @param type its {@code type}; empty for a plain dict
     * @param positional the keys of arguments without name
     */
    record Shape(String type, List<String> positional) {}

    private static final Shape DICT = new Shape("", List.of());

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("dict", DICT),
            Map.entry("RESTAPIConfig", DICT),
            Map.entry("ClientConfig", DICT),
            Map.entry("EndpointResource", DICT),
            Map.entry("Endpoint", DICT),
            Map.entry("BearerTokenAuth", new Shape("bearer", List.of("token"))),
            Map.entry("APIKeyAuth", new Shape("api_key", List.of("name", "api_key", "location"))),
            Map.entry("HttpBasicAuth", new Shape("http_basic", List.of("username", "password"))),
            Map.entry(
                    "OAuth2ClientCredentials",
                    new Shape(
                            "oauth2_client_credentials",
                            List.of("access_token_url", "client_id", "client_secret", "access_token_request_data"))),
            Map.entry("SinglePagePaginator", new Shape("single_page", List.of())),
            Map.entry("HeaderLinkPaginator", new Shape("header_link", List.of("links_next_key"))),
            Map.entry("HeaderCursorPaginator", new Shape("header_cursor", List.of("cursor_key", "cursor_param"))),
            Map.entry("JSONLinkPaginator", new Shape("json_link", List.of("next_url_path"))),
            Map.entry("JSONResponsePaginator", new Shape("json_link", List.of("next_url_path"))),
            Map.entry("JSONResponseCursorPaginator", new Shape("cursor", List.of("cursor_path", "cursor_param"))),
            Map.entry("OffsetPaginator", new Shape("offset", List.of("limit", "offset"))),
            Map.entry("PageNumberPaginator", new Shape("page_number", List.of("base_page", "page"))),
            Map.entry("dlt.sources.incremental", new Shape("incremental", List.of("cursor_path", "initial_value"))));

    private KnownCalls() {}

    static Optional<Shape> find(String dottedName) {
        String last = dottedName.substring(dottedName.lastIndexOf('.') + 1);
        if (dottedName.startsWith("dlt.destinations.")) {
            return Optional.of(new Shape(last, List.of("credentials")));
        }
        return Optional.ofNullable(SHAPES.getOrDefault(dottedName, SHAPES.get(last)));
    }
}
