package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.document.SchemaImport;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.state.PipelineFiles;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.TableSchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema as an extraction finds it: what was committed, with what the run was told about it. */
final class SchemaBeginning {

    private final RunSettings settings;
    private final SchemaContent content;

    /** @throws ConfigException when the run asks for another naming than the stored tables have */
    SchemaBeginning(RunSettings settings, SchemaDocument committed, FreshStart fresh) {
        this.settings = settings;
        SchemaContent remaining = fresh.remaining(committed.content());
        String naming = naming(settings, remaining);
        SchemaContent imported = imported(remaining.withNaming(naming));
        this.content = imported.withContract(contract(imported))
                .withNesting(
                        settings.layout().maxTableNesting(), settings.layout().rootKey());
    }

    private SchemaContent imported(SchemaContent known) {
        return new PipelineFiles(settings.folder())
                .importedSchema(known.name())
                .map(json -> new SchemaImport(SchemaDocument.parse(json)).appliedTo(known))
                .orElse(known);
    }

    /** That of the run; without one an imported contract holds, while one that a run gave ends with the runs that give it. */
    private @Nullable SchemaContract contract(SchemaContent known) {
        SchemaContract given = settings.sourceContract();
        return given == null && SchemaImport.isPartOf(known) ? known.contract().orElse(null) : given;
    }

    /** What the document says before anything was read. */
    SchemaContent content() {
        return content;
    }

    /** A schema that grows with the data. */
    WorkingSchema toWorkingSchema() {
        SchemaSettings layout = new SchemaSettings(
                settings.naming(content.naming()),
                content.contract().orElse(null),
                settings.layout().maxTableNesting(),
                settings.layout().rootKey(),
                settings.destination().maxColumns());
        return WorkingSchema.of(content.tables().values(), layout);
    }

    private static String naming(RunSettings settings, SchemaContent committed) {
        String wanted = Optional.ofNullable(settings.naming()).orElse(committed.naming());
        boolean hasTables = committed.tables().values().stream().anyMatch(SchemaBeginning::isTableOfUser);
        if (hasTables && !wanted.equals(committed.naming())) {
            throw new ConfigException("Cannot use naming convention '" + wanted + "' for source '" + committed.name()
                    + "': its tables were named by '" + committed.naming()
                    + "'. Load into another dataset, or leave the convention as it is.");
        }
        return wanted;
    }

    private static boolean isTableOfUser(TableSchema table) {
        return !table.isSystem() && !table.completeColumns().isEmpty();
    }
}
