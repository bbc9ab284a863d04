package dev.headrace.cli.schema;

import dev.headrace.engine.document.SchemaDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a schema can be exported as. */
public enum SchemaFormat {
    YAML(SchemaText::yaml),
    JSON(SchemaText::json),
    MERMAID(MermaidDiagram::of),
    DBML(DbmlText::of);

    private final Function<SchemaDocument, String> writer;

    SchemaFormat(Function<SchemaDocument, String> writer) {
        this.writer = writer;
    }

    /** The whole text, with a line break at its end. */
    public String write(SchemaDocument schema) {
        return writer.apply(schema);
    }

    /** The name on the command line, such as {@code yaml}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(SchemaFormat::label).toList();
    }

    public static Optional<SchemaFormat> ofLabel(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }
}
