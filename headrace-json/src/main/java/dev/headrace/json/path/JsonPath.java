package dev.headrace.json.path;

import dev.headrace.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * A compiled JSONPath in the dialect of Python's jsonpath-ng with its extensions:
 *
 * <ul>
 *   <li>{@code a.b}, {@code $.a['b']}, {@code [a]}, {@code 'x.y'}: members; the leading {@code $} may be left out, names
 *       other than ASCII letters, digits, {@code _}, {@code -}, {@code @} are quoted, {@code l,s} names several;
 *   <li>{@code l[0]}, {@code l[-1]}, {@code l[0,2]}, {@code l[1:9:2]}, {@code l[*]}: elements; a slice takes a value that
 *       is no list for a list of one (null for none), an index takes text for itself;
 *   <li>{@code *}: the values of an object; {@code a..c}: {@code c} below {@code a} at any depth, outer matches first;
 *   <li>{@code a|b}: the matches of both, where {@code |} binds closer than {@code .} does: {@code x.a|b} is
 *       {@code x.(a|b)}; {@code a where b}, {@code a wherenot b}: the matches of {@code a} that have a {@code b}, or none;
 *   <li>{@code l[?(@.c > 1 & d)]}: elements of a list, or values of an object, that fulfil all conditions: a path that
 *       matches, or one that compares ({@code = == != < <= > >=}) with a number, a text or {@code true}, {@code false},
 *       {@code null}, or as text contains a match of a regular expression ({@code =~}). Values of different types are
 *       never equal nor ordered; a path without match fulfils no comparison. {@code !}, {@code &&} and {@code ||} as
 *       usual;
 *   <li>{@code `this`}, {@code @}: the value itself; {@code `parent`}; {@code `len`} of a list, object or text;
 *       {@code `keys`} of an object.
 * </ul>
 *
 * <p>Missing members and elements are no match; a present null is one. Arithmetic, sorting, {@code `path`},
 * {@code `split`}, {@code `sub`} and {@code `str`} are refused. Immutable, for any number of threads.
 */
public final class JsonPath {
    private final String text;
    private final Step step;

    private JsonPath(String text, Step step) {
        this.text = text;
        this.step = step;
    }

    /**
     * Reads a path.
     *
     * @throws JsonPathException if the text is not a path of this dialect
     */
    public static JsonPath compile(String text) {
        return new JsonPath(text, new PathParser(text).parse());
    }

    /**
     * All matches in the order in which the path meets them; empty if there are none.
     *
     * @throws JsonPathLimitException if the search would not end in any time
     */
    public List<JsonValue> find(JsonValue root) {
        return step.find(Match.root(root)).stream().map(Match::value).toList();
    }

    /**
     * The first match.
     *
     * @throws JsonPathLimitException if the search would not end in any time
     */
    public Optional<JsonValue> first(JsonValue root) {
        return step.find(Match.root(root)).stream().map(Match::value).findFirst();
    }

    /** The keys if the path is nothing but members from the root, one at a time (none for {@code $}); empty otherwise. */
    public Optional<List<String>> plainKeys() {
        return step.plainKeys();
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
