package dev.headrace.config.tree;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tree seen as a configuration node: adds the path, and the values of placeholders. */
final class TreeNode implements ConfigNode {

    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w-]+");
    private static final Pattern QUOTED_NUMBER = Pattern.compile("\\s*[+-]?\\d+\\s*");
    private static final int SHOWN = 40;

    private final Tree tree;
    private final String path;
    private final Lookups lookups;

    TreeNode(Tree tree, String path, Lookups lookups) {
        this.tree = tree;
        this.path = path;
        this.lookups = lookups;
    }

    Tree tree() {
        return tree;
    }

    @Override
    public Kind kind() {
        return tree.kind();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String location() {
        return located(tree.place(), path);
    }

    private static String located(Place place, String path) {
        return path.isEmpty() ? place.toString() : place + " " + path;
    }

    @Override
    public List<String> keys() {
        return tree instanceof Tree.Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }

    @Override
    public Optional<ConfigNode> find(String key) {
        return entry(key).map(entry -> new TreeNode(entry.value(), below(key), lookups));
    }

    private Optional<Tree.Entry> entry(String key) {
        return tree instanceof Tree.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                : Optional.empty();
    }

    private String below(String key) {
        if (!PLAIN_KEY.matcher(key).matches()) {
            return path + "['" + key + "']";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public List<ConfigNode> elements() {
        List<ConfigNode> nodes = new ArrayList<>();
        if (tree instanceof Tree.Sequence sequence) {
            for (Tree element : sequence.elements()) {
                nodes.add(new TreeNode(element, path + "[" + nodes.size() + "]", lookups));
            }
        }
        return List.copyOf(nodes);
    }

    @Override
    public @Nullable Object value() {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.value() instanceof String ? text() : scalar.value();
        }
        if (tree instanceof Tree.Sequence) {
            List<@Nullable Object> values = new ArrayList<>();
            elements().forEach(element -> values.add(element.value()));
            return values;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String key : keys()) {
            values.put(key, find(key).map(ConfigNode::value).orElse(null));
        }
        return values;
    }

    @Override
    public String text() {
        return text(UnaryOperator.identity());
    }

    @Override
    public String text(UnaryOperator<String> inserted) {
        if (tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text) {
            return resolve(text, inserted);
        }
        throw unexpected(Kind.TEXT, isNumber() ? "; put it in quotes" : "");
    }

    private String resolve(String text, UnaryOperator<String> inserted) {
        try {
            return Placeholders.hasAny(text) ? Placeholders.resolve(text, lookups, inserted) : text;
        } catch (Placeholders.Unresolved unresolved) {
            throw error(unresolved.message());
        }
    }

    @Override
    public Secret secret() {
        String value = tree instanceof Tree.Scalar scalar && isNumber() ? scalar.text() : text();
        return lookups.redactor().learn(Secret.of(value));
    }

    @Override
    public long integer() {
        Object value = tree instanceof Tree.Scalar scalar ? scalar.value() : null;
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof BigInteger) {
            throw error("the number is too large; at most 64 bits are possible");
        }
        if (isReference()) {
            try {
                return Long.parseLong(text().strip());
            } catch (NumberFormatException e) {
                throw error("expected an integer, found another text behind the placeholder");
            }
        }
        throw unexpected(Kind.INTEGER, isQuotedNumber() ? "; remove the quotes" : "");
    }

    @Override
    public boolean bool() {
        Object value = tree instanceof Tree.Scalar scalar ? scalar.value() : null;
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (isReference()) {
            String text = text().strip().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
        }
        throw unexpected(Kind.BOOLEAN, "");
    }

    /** A value from outside has no type of its own, so it may stand for a number or a truth value. */
    private boolean isReference() {
        return tree instanceof Tree.Scalar scalar
                && scalar.value() instanceof String text
                && Placeholders.isReference(text);
    }

    private boolean isNumber() {
        return kind() == Kind.INTEGER || kind() == Kind.DECIMAL;
    }

    private boolean isQuotedNumber() {
        return tree instanceof Tree.Scalar scalar
                && scalar.value() instanceof String text
                && QUOTED_NUMBER.matcher(text).matches();
    }

    private ConfigException unexpected(Kind expected, String hint) {
        return error("expected " + expected.description() + ", found " + kind().description() + shown() + hint);
    }

    /** The value for a message; left out where it may be secret or long. */
    private String shown() {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.value() == null || SecretNames.looksSecret(path)) {
            return "";
        }
        String text = scalar.text();
        return text.length() > SHOWN || Placeholders.hasAny(text) ? "" : " ('" + text + "')";
    }

    @Override
    public ConfigException error(String message) {
        return new ConfigException(location() + ": " + message);
    }

    @Override
    public ConfigException error(String key, String message) {
        return entry(key)
                .map(entry -> new ConfigException(located(entry.keyPlace(), below(key)) + ": " + message))
                .orElseGet(() -> error(message));
    }

    @Override
    public String toString() {
        return location();
    }
}
