package dev.headrace.json.path;

import java.util.List;
import java.util.Optional;

/** A path or a part of one: leads from a match to further matches. Immutable. */
interface Step {
    List<Match> find(Match from);

    /** See {@link JsonPath#plainKeys()}. */
    default Optional<List<String>> plainKeys() {
        return Optional.empty();
    }
}
