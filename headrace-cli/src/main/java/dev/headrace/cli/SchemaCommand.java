package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.HeadraceException;
import dev.headrace.cli.schema.SchemaDifference;
import dev.headrace.cli.schema.SchemaFile;
import dev.headrace.cli.schema.SchemaFormat;
import dev.headrace.cli.schema.TableText;
import dev.headrace.config.Suggestions;
import dev.headrace.config.document.ConfigDocuments;
import dev.headrace.config.tree.SourceText;
import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.document.SchemaImport;
import dev.headrace.schema.TableSchema;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** Shows, writes, changes and compares the schemas of pipelines. */
final class SchemaCommand implements Command {

    private static final Actions ACTIONS = new Actions("schema", "show", "export", "import", "diff");

    private final ProgramEnvironment environment;

    SchemaCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String description() {
        return "Shows what is known of a source's tables (show FILE), writes it as a document or a diagram (export FILE),"
                + " lets the next run take an edited document (import FILE SCHEMA), and compares it with the destination (diff FILE) or two schemas (diff A B).";
    }

    @Override
    public String operand() {
        return ACTIONS.operand() + " FILE";
    }

    @Override
    public CommandOptions options() {
        return LoadOptions.place()
                .flag("all", "show: system tables too.")
                .value("format", "FORMAT", "export: " + String.join(", ", SchemaFormat.labels()) + ". Default: yaml.")
                .value("to", "PATH", "export: the file to write. Default: standard output.");
    }

    @Override
    public int run(CommandLine parsed) {
        List<String> operands = parsed.getArgList();
        String action = ACTIONS.chosen(operands);
        LoadOptions options = new LoadOptions(parsed);
        List<String> files = operands.subList(1, operands.size());
        return switch (action) {
            case "export" -> export(place(options, files), parsed);
            case "import" -> importSchema(options, files);
            case "diff" -> diff(options, files);
            default -> show(place(options, files).known(), parsed.hasOption("all"));
        };
    }

    private SchemaPlace place(LoadOptions options, List<String> files) {
        if (files.size() > 1) {
            throw new WrongCallException("One configuration FILE is needed, found " + String.join(", ", files) + ".");
        }
        return SchemaPlace.of(options, environment, files.stream().findFirst());
    }

    private int show(KnownSchema schema, boolean all) {
        PrintStream out = environment.out();
        out.println(schema.title());
        for (TableSchema table : schema.document().content().tables().values()) {
            if (all || !table.isSystem()) {
                out.println();
                print(table, out);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(TableSchema table, PrintStream out) {
        out.println(TableText.heading(table));
        TextTable columns = new TextTable("column", "type", "properties");
        table.columns()
                .forEach(column -> columns.add(column.name(), TableText.type(column), TableText.properties(column)));
        columns.lines().forEach(line -> out.println("  " + line));
    }

    private int export(SchemaPlace place, CommandLine parsed) {
        String label = CommandOptions.text(parsed, "format").orElse(SchemaFormat.YAML.label());
        SchemaFormat format = SchemaFormat.ofLabel(label)
                .orElseThrow(() -> new WrongCallException("--format: there is no format '" + label + "'"
                        + Suggestions.among(label, "Known", SchemaFormat.labels()) + "."));
        String text = format.write(place.known().document());
        Optional<String> file = CommandOptions.text(parsed, "to");
        if (file.isPresent()) {
            write(environment.resolve(file.get()), text);
        } else {
            environment.out().print(text);
        }
        return ExitCode.DONE;
    }

    private int importSchema(LoadOptions options, List<String> files) {
        if (files.size() != 2) {
            throw new WrongCallException("A configuration FILE and the SCHEMA to import are needed, found "
                    + (files.isEmpty() ? "none" : String.join(", ", files)) + ".");
        }
        SchemaPlace place = place(options, files.subList(0, 1));
        SchemaDocument document =
                SchemaFile.readForImport(ConfigDocuments.text(environment.resolve(files.get(1))), place.source());
        Optional<SchemaContent> known =
                place.local().or(place::remote).map(schema -> schema.document().content());
        SchemaContent before = known.orElseGet(() -> SchemaContent.fresh(place.source()));
        List<String> lines = SchemaDifference.lines(before, new SchemaImport(document).appliedTo(before));
        place.files().writeImportedSchema(place.source(), document.json());
        environment
                .out()
                .println("The next run of pipeline '" + place.pipeline() + "' takes this schema"
                        + (lines.isEmpty() ? "; it changes nothing." : ":"));
        lines.forEach(environment.out()::println);
        if (known.isPresent() && lines.stream().anyMatch(line -> line.contains("data_type"))) {
            environment
                    .err()
                    .println("warning: columns that are there keep their type at the destination; it takes the"
                            + " new values if it can convert them.");
        }
        return ExitCode.DONE;
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ConfigException(
                    "Cannot write the schema to " + file + ": " + e + ". Name a file in a folder that is there.", e);
        }
        environment.out().println("Wrote " + file);
    }

    /** As with other programs that compare: 0 no difference, 1 some, 2 could not tell. */
    private int diff(LoadOptions options, List<String> files) {
        try {
            KnownSchema first;
            KnownSchema second;
            List<String> deviations = List.of();
            if (files.size() == 2) {
                first = schemaOf(options, files.get(0));
                second = schemaOf(options, files.get(1));
            } else {
                refuseSingleSchema(files);
                SchemaPlace place = place(options, files);
                first = place.local().orElseThrow(() -> nothingHere(place));
                second = place.remote().orElseThrow(() -> nothingThere(place));
                deviations = place.deviations(second);
            }
            return print(first, second, deviations);
        } catch (HeadraceException e) {
            environment.err().println("error: " + e.message().stripTrailing());
            return ExitCode.WRONG_CALL;
        }
    }

    private void refuseSingleSchema(List<String> files) {
        if (files.size() == 1 && SchemaFile.isSchema(ConfigDocuments.text(environment.resolve(files.get(0))))) {
            throw new WrongCallException(
                    files.get(0) + " is a schema document. Name the configuration FILE, or a second"
                            + " schema document to compare it with.");
        }
    }

    private KnownSchema schemaOf(LoadOptions options, String file) {
        SourceText text = ConfigDocuments.text(environment.resolve(file));
        return SchemaFile.isSchema(text)
                ? new KnownSchema(SchemaFile.read(text), "in " + file)
                : SchemaPlace.of(options, environment, Optional.of(file)).known();
    }

    private static ConfigException nothingHere(SchemaPlace place) {
        return new ConfigException("Cannot compare the schema of source '" + place.source() + "': nothing was committed"
                + " from " + place.files().folder() + " yet. Run the pipeline here first, or name two schema files.");
    }

    private static ConfigException nothingThere(SchemaPlace place) {
        return new ConfigException("Cannot compare the schema of source '" + place.source() + "': there is none in "
                + place.where() + ". Say with --dataset and --destination where it is.");
    }

    private int print(KnownSchema first, KnownSchema second, List<String> deviations) {
        List<String> lines = SchemaDifference.lines(
                first.document().content(), second.document().content());
        PrintStream out = environment.out();
        if (lines.isEmpty() && deviations.isEmpty()) {
            out.println("No difference.");
            return ExitCode.DONE;
        }
        out.println("- " + first.title());
        out.println("+ " + second.title());
        lines.forEach(out::println);
        deviations.forEach(line -> out.println("! at the destination " + line));
        return ExitCode.FAILED;
    }
}
