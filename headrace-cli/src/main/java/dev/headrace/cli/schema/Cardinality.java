package dev.headrace.cli.schema;

import dev.headrace.schema.TableReference;
import java.util.Locale;

/** How many rows of a table belong to how many of the one it refers to, as diagrams write it. */
enum Cardinality {
    ONE_TO_ONE("-"),
    ONE_TO_MANY("<"),
    MANY_TO_ONE(">"),
    MANY_TO_MANY("<>");

    private final String dbml;

    Cardinality(String dbml) {
        this.dbml = dbml;
    }

    /** DBML knows no zero: it counts as one. */
    static String dbml(TableReference reference) {
        String name = name(reference).replace("zero", "one");
        return valueOf(name.toUpperCase(Locale.ROOT)).dbml;
    }

    /** The ends of a Mermaid relation, such as {@code }o--||}. */
    static String mermaid(TableReference reference) {
        String[] ends = name(reference).split("_to_", 2);
        String left = switch (ends[0]) {
            case "zero" -> "|o";
            case "one" -> "||";
            default -> "}o";
        };
        String right = switch (ends[1]) {
            case "zero" -> "o|";
            case "one" -> "||";
            default -> "o{";
        };
        return left + "--" + right;
    }

    /** Nothing said: many rows refer to one, as a foreign key does. */
    private static String name(TableReference reference) {
        String said = reference.cardinality();
        return said != null && TableReference.CARDINALITIES.contains(said) ? said : "many_to_one";
    }
}
