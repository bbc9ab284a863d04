package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.cli.log.RunLog;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.Problems;
import dev.headrace.config.document.ConfigDocument;
import dev.headrace.config.document.ConfigDocuments;
import dev.headrace.config.document.ReadOptions;
import dev.headrace.config.settings.FileSettings;
import dev.headrace.config.tree.Lookups;
import dev.headrace.destination.Destination;
import dev.headrace.engine.Drop;
import dev.headrace.engine.DropReport;
import dev.headrace.engine.Pipeline;
import dev.headrace.engine.ReplayReport;
import dev.headrace.engine.RunReport;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.rest.definition.TableOptions;
import dev.headrace.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.event.Level;

/** A configuration that was read and found right, ready to be loaded. */
final class PlannedLoad {

    private final LoadOptions options;
    private final ProgramEnvironment environment;
    private final Redactor redactor;
    private final ConfigDocument document;
    private final String pipeline;
    private final Source source;
    private final Destination destination;
    private final Pipeline configured;
    private final Level logLevel;
    private final Instant begun;

    private PlannedLoad(LoadOptions options, ProgramEnvironment environment) {
        this.begun = environment.clock().instant();
        this.options = options;
        this.environment = environment;
        this.redactor = environment.redactor();
        FileSettings settings =
                FileSettings.of(environment.workingDirectory(), environment.home(), environment.variables(), redactor);
        DocumentTrust trust = new DocumentTrust(options);
        this.document = ConfigDocuments.read(environment.resolve(options.file()), readOptions(settings, trust));
        trust.check(document);
        this.pipeline = options.text("pipeline").or(document::pipeline).orElse(document.name());
        ComponentContext context = new ComponentContext(
                pipeline, environment.workingDirectory(), settings.forPipeline(pipeline), redactor);
        Components components = Components.onClassPath();
        Problems problems = new Problems();
        document.problems().forEach(problem -> problems.add(new ConfigException(problem)));
        Optional<Source> read =
                problems.attempt(() -> source(components, trust.of(context, settings.forPipeline(pipeline))));
        Optional<Destination> chosen = problems.attempt(
                () -> new DestinationChoice(options, document.destination()).create(components, context));
        problems.throwIfAny();
        this.source = ranged(read.orElseThrow());
        this.logLevel = LogLevel.of(settings);
        this.destination = chosen.orElseThrow();
        this.configured = configure();
    }

    private Source source(Components components, ComponentContext context) {
        ComponentContext owned = context.withOwner(document.sourceName().orElse("rest_api"));
        return components.create(Source.class, "source", document.source(), owned);
    }

    /** A range is one of the resources that were asked for; the others are not read again. */
    private Source ranged(Source whole) {
        return options.backfill()
                .map(range -> (options.resources().isEmpty() ? whole : whole.select(Set.copyOf(options.resources())))
                        .backfill(range.get(0), range.get(1)))
                .orElse(whole);
    }

    private Pipeline configure() {
        Pipeline described = Pipeline.named(pipeline)
                .destination(destination)
                .pipelinesDirectory(environment.resolve(options.pipelinesDirectory()))
                .clock(environment.clock())
                .sleeper(environment.sleeper())
                .redactor(redactor)
                .stopWhen(environment.stopRequested())
                .resume(!options.parsed().hasOption("no-resume"))
                .allowDeletes(options.parsed().hasOption("allow-deletes"))
                .patience(options.patience());
        options.text("dataset").or(document::dataset).ifPresent(described::dataset);
        options.text("refresh").or(document::refresh).ifPresent(described::refresh);
        document.completeness().map(TableOptions::completeness).ifPresent(described::completeness);
        document.packageCompression().map(PipelineOverrides::compression).ifPresent(described::packageCompression);
        new PipelineOverrides(options, document.sourceOptions()).applyTo(described);
        return described;
    }

    /**
     * Reads the configuration.
     *
     * @throws ConfigException with every problem of the file or of the call
     */
    static PlannedLoad of(LoadOptions options, ProgramEnvironment environment) {
        return new PlannedLoad(options, environment);
    }

    private ReadOptions readOptions(FileSettings settings, DocumentTrust trust) {
        Lookups lookups = new Lookups(settings, environment.variables(), redactor);
        return options.readOptions(trust.of(lookups));
    }

    /** Loads; the listener hears the document's warnings first. */
    RunReport run(RunListener listener) {
        Path directory = environment.resolve(options.pipelinesDirectory());
        RunLog.open(directory.resolve(pipeline).resolve("run.log"), logLevel, redactor::redact);
        document.warnings().forEach(warning -> listener.on(new RunEvent.Warned(null, warning)));
        return configured.listener(listener).run(source);
    }

    /**
     * Finds what a run would refuse before it sends anything.
     *
     * @throws ConfigException with all of it
     */
    void check() {
        configured.check(source);
    }

    /** Takes tables and state away; {@code really} false: only tells which. */
    DropReport drop(Drop what, boolean really) {
        return really ? configured.drop(source.name(), what) : configured.dropPreview(source.name(), what);
    }

    /** Tries records in quarantine again. */
    ReplayReport replay(RunListener listener, int limit) {
        return configured.listener(listener).replay(source, limit);
    }

    /** Since the configuration was begun to be read. */
    Duration elapsed() {
        return Duration.between(begun, environment.clock().instant());
    }

    String pipeline() {
        return pipeline;
    }

    /** The resources that are to be loaded. */
    Source source() {
        return options.resources().isEmpty() || options.backfill().isPresent()
                ? source
                : source.select(Set.copyOf(options.resources()));
    }

    Destination destination() {
        return destination;
    }

    Redactor redactor() {
        return redactor;
    }
}
