package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.document.ConfigDocument;
import dev.headrace.config.document.ConfigDocuments;
import dev.headrace.config.settings.FileSettings;
import dev.headrace.config.tree.Lookups;
import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.engine.Pipeline;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.state.PipelineFiles;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import java.util.List;
import java.util.Optional;

/**
 * Where the schema of a pipeline's source is kept: a copy of what was committed last from here in the pipeline's folder, the
 * original at the destination. Secrets of the source are not needed.
 */
final class SchemaPlace {

    private final LoadOptions options;
    private final ProgramEnvironment environment;
    private final FileSettings settings;
    private final Optional<ConfigDocument> document;
    private final String pipeline;
    private final PipelineFiles files;
    private final String source;

    private SchemaPlace(
            LoadOptions options, ProgramEnvironment environment, Optional<String> file, Optional<String> known) {
        this.options = options;
        this.environment = environment;
        this.settings = FileSettings.of(
                environment.workingDirectory(), environment.home(), environment.variables(), environment.redactor());
        this.document = file.map(this::read);
        this.pipeline = known.or(() -> options.text("pipeline"))
                .or(() -> document.flatMap(ConfigDocument::pipeline))
                .or(() -> document.map(ConfigDocument::name))
                .orElseThrow(() ->
                        new WrongCallException("A configuration FILE or --pipeline NAME is needed, none was given."));
        this.files = new PipelineFiles(
                environment.resolve(options.pipelinesDirectory()).resolve(pipeline));
        this.source = document.flatMap(ConfigDocument::sourceName).orElseGet(this::sourceOfFolder);
    }

    /** The place of a configuration's schema, or, without {@code file}, of that of {@code --pipeline}. */
    static SchemaPlace of(LoadOptions options, ProgramEnvironment environment, Optional<String> file) {
        return new SchemaPlace(options, environment, file, Optional.empty());
    }

    /** The place of a pipeline of which nothing but the name is known. */
    static SchemaPlace ofPipeline(LoadOptions options, ProgramEnvironment environment, String pipeline) {
        return new SchemaPlace(options, environment, Optional.empty(), Optional.of(pipeline));
    }

    private ConfigDocument read(String file) {
        Lookups lookups = new Lookups(settings, environment.variables(), environment.redactor());
        DocumentTrust trust = new DocumentTrust(options);
        ConfigDocument read = ConfigDocuments.read(environment.resolve(file), options.readOptions(trust.of(lookups)));
        trust.check(read);
        if (!read.problems().isEmpty()) {
            throw new ConfigException(read.problems());
        }
        return read;
    }

    /** Without a name in a configuration it is that of the only schema in the folder. */
    private String sourceOfFolder() {
        List<String> sources = document.isPresent() ? List.of() : files.sources();
        if (sources.size() > 1) {
            throw new WrongCallException("Pipeline '" + pipeline + "' has the schemas " + String.join(", ", sources)
                    + ". Name the configuration FILE of one.");
        }
        return sources.isEmpty() ? "rest_api" : sources.get(0);
    }

    String source() {
        return source;
    }

    String pipeline() {
        return pipeline;
    }

    PipelineFiles files() {
        return files;
    }

    /** What was committed last from here. */
    Optional<KnownSchema> local() {
        return files.schemaDocument(source)
                .map(json -> new KnownSchema(SchemaDocument.parse(json), "committed from " + files.folder() + " last"));
    }

    /** What the destination has. */
    Optional<KnownSchema> remote() {
        Destination destination = destination();
        String dataset = dataset(destination);
        try (DestinationSession session = destination.open(dataset)) {
            return session.find(pipeline, source)
                    .schemaDocument()
                    .map(json -> new KnownSchema(SchemaDocument.parse(json), "stored in " + where()));
        }
    }

    /** What the tables at the destination differ in from the schema that is stored there. */
    List<String> deviations(KnownSchema stored) {
        Destination destination = destination();
        try (DestinationSession session = destination.open(dataset(destination))) {
            return session.deviations(stored.document().toSchema());
        }
    }

    /** What the destination has in quarantine of the pipeline, the latest first. */
    List<QuarantinedRow> quarantined(Optional<String> resource, int limit) {
        Destination destination = destination();
        try (DestinationSession session = destination.open(dataset(destination))) {
            return session.quarantined(new QuarantineQuery(pipeline, Optional.empty(), resource, limit));
        }
    }

    /** The local copy if there is one, else what the destination has. */
    KnownSchema known() {
        return local().or(this::remote)
                .orElseThrow(() -> new ConfigException("Cannot find a schema of source '" + source + "' of pipeline '"
                        + pipeline + "': there is none in " + files.folder() + ", and none in " + where()
                        + ". Run the pipeline first, or say with --dataset, --destination and --pipelines-dir where"
                        + " it is."));
    }

    /** The destination, for people. */
    String where() {
        Destination destination = destination();
        return destination.location() + ", dataset " + dataset(destination);
    }

    private Destination destination() {
        return destination(Optional.empty());
    }

    /** @param specification as {@code --destination} takes it; counts where the command line says nothing */
    Destination destination(Optional<String> specification) {
        ComponentContext context = new ComponentContext(
                pipeline, environment.workingDirectory(), settings.forPipeline(pipeline), environment.redactor());
        Optional<ConfigNode> written = document.flatMap(ConfigDocument::destination);
        return new DestinationChoice(options, written).create(Components.onClassPath(), context, specification);
    }

    /** The dataset as the destination has it. */
    String dataset() {
        return dataset(destination());
    }

    private String dataset(Destination destination) {
        String dataset = options.text("dataset")
                .or(() -> document.flatMap(ConfigDocument::dataset))
                .orElse(Pipeline.defaultDataset(pipeline));
        String naming = document.flatMap(d -> d.sourceOptions().text("naming")).orElse("snake_case");
        return Naming.of(naming, destination.maxIdentifierLength()).path(dataset);
    }
}
