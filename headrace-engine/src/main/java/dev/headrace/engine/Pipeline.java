package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.Destination;
import dev.headrace.engine.naming.Naming;
import dev.headrace.event.RunListener;
import dev.headrace.load.PackageCompression;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads sources into a dataset, again and again: each run brings what is new, in one transaction per package.
 *
 * <pre>{@code
 * RunReport report = Pipeline.named("calendar")
 *         .destination(DuckDb.file(Path.of("calendar.duckdb")))
 *         .dataset("calendar_data")
 *         .run(source);
 * }</pre>
 *
 * <p>What resources remember between runs lies at the destination, together with the data it belongs to. A run whose data
 * could not be loaded leaves its package behind; the next run of a pipeline of that name loads it first. Set up by one
 * thread; any number of runs may follow, one at a time.
 */
public final class Pipeline {

    static final Path DEFAULT_DIRECTORY = Path.of(".headrace", "pipelines");

    private final String name;
    private @Nullable Destination destination;
    private @Nullable String dataset;
    private Path directory = DEFAULT_DIRECTORY;
    private PackageCompression packages = PackageCompression.NONE;
    private @Nullable String naming;
    private @Nullable Integer maxTableNesting;
    private @Nullable Boolean rootKey;
    private @Nullable SchemaContract sourceContract;
    private @Nullable SchemaContract contract;
    private @Nullable WriteDisposition disposition;
    private @Nullable Refresh refresh;
    private boolean resume = true;
    private @Nullable CompletenessRule completeness;
    private @Nullable CompletenessRule completenessOfAll;
    private @Nullable OnBadRow usualOnBadRow;
    private @Nullable OnBadRow onBadRow;
    private @Nullable Deletes deletes;
    private boolean allowDeletes;
    private List<String> resources = List.of();
    private RunListener listener = RunListener.none();
    private Clock clock = Clock.systemUTC();
    private LongSupplier nanoseconds = System::nanoTime;
    private Sleeper sleeper = Sleeper.system();
    private Redactor redactor = new Redactor();
    private BooleanSupplier stop = () -> false;
    private Duration patience = Duration.ZERO;

    private Pipeline(String name) {
        this.name = name;
    }

    /**
     * A pipeline of that name: the key of its state at the destination, and the name of its folder.
     *
     * @throws ConfigException when the name is blank or is no name for a folder
     */
    public static Pipeline named(String name) {
        if (name.isBlank() || name.startsWith(".") || !name.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+")) {
            throw new ConfigException("Cannot use '" + name + "' as the name of a pipeline: a folder is named after it."
                    + " Use letters, digits, '_' and '-'.");
        }
        return new Pipeline(name);
    }

    /** The dataset of a pipeline that names none, before it is normalised: {@code <pipeline>_dataset}. */
    public static String defaultDataset(String pipeline) {
        return pipeline + "_dataset";
    }

    /** Where to load; required. */
    public Pipeline destination(Destination value) {
        destination = value;
        return this;
    }

    /** The schema at the destination, normalised like a table's name; by default {@code <pipeline>_dataset}. */
    public Pipeline dataset(String value) {
        if (value.isBlank()) {
            throw new ConfigException("Cannot load into a dataset without a name: '" + value
                    + "' is blank. Name one, or leave it out for '" + defaultDataset(name) + "'.");
        }
        dataset = value;
        return this;
    }

    /** Holds a folder for each pipeline, with its packages; by default {@code .headrace/pipelines}. */
    public Pipeline pipelinesDirectory(Path value) {
        directory = value;
        return this;
    }

    /**
     * How the load packages of this pipeline are written; by default {@link PackageCompression#NONE}. May differ from run to
     * run: those that earlier ones left behind are loaded, or gone on with, as they are.
     */
    public Pipeline packageCompression(PackageCompression value) {
        packages = value;
        return this;
    }

    /**
     * The naming convention; by default that of the stored schema, or {@code snake_case}.
     *
     * @throws ConfigException when there is none of that name
     */
    public Pipeline naming(String convention) {
        Naming.of(convention, Integer.MAX_VALUE); // refuses names it does not know
        naming = convention;
        return this;
    }

    /**
     * How many levels of lists and objects become tables and columns of their own; resources may say otherwise.
     *
     * @throws ConfigException when the number is below 0
     */
    public Pipeline maxTableNesting(int levels) {
        if (levels < 0) {
            throw new ConfigException("Cannot nest tables " + levels + " levels deep: max_table_nesting is 0 or more.");
        }
        maxTableNesting = levels;
        return this;
    }

    /** Whether nested rows carry the id of their root row; by default where the write disposition needs it. */
    public Pipeline rootKey(boolean value) {
        rootKey = value;
        return this;
    }

    /** The contract of resources that have none of their own; by default everything may change. */
    public Pipeline sourceSchemaContract(SchemaContract value) {
        sourceContract = value;
        return this;
    }

    /** The contract of all resources, whatever they say themselves. */
    public Pipeline schemaContract(SchemaContract value) {
        contract = value;
        return this;
    }

    /** The write disposition of all resources, whatever they say themselves. */
    public Pipeline writeDisposition(WriteDisposition value) {
        disposition = value;
        return this;
    }

    /** What happens to records of resources that say nothing about it when they can't be written; by default the run fails. */
    public Pipeline sourceOnBadRow(OnBadRow value) {
        usualOnBadRow = value;
        return this;
    }

    /** What happens to records that can't be written, whatever resources say themselves. */
    public Pipeline onBadRow(OnBadRow value) {
        onBadRow = value;
        return this;
    }

    /**
     * Begins anew in every run: {@code drop_sources} drops all tables of the source and forgets its state,
     * {@code drop_resources} does so for the resources that are read, {@code drop_data} empties their tables and keeps their
     * columns. All of it happens in the transaction that loads the new rows.
     *
     * @throws ConfigException for any other mode
     */
    public Pipeline refresh(String mode) {
        refresh = Refresh.of(mode);
        return this;
    }

    /**
     * What happens when other records came than a source announced, or other rows were stored than came, to resources that
     * say nothing themselves; by default {@link CompletenessRule#REPORT}.
     */
    public Pipeline completeness(CompletenessRule value) {
        completeness = value;
        return this;
    }

    /** The same for all resources, whatever they say themselves. */
    public Pipeline completenessOfAll(CompletenessRule value) {
        completenessOfAll = value;
        return this;
    }

    /**
     * What becomes of rows that are no longer at the source, in the tables of all resources, whatever they say themselves; by
     * default what they say. Rows are only taken for gone after a whole pass over a resource that was proven to be complete.
     */
    public Pipeline deletesOfAll(Deletes value) {
        deletes = value;
        return this;
    }

    /**
     * Whether any number of rows may be deleted or marked because they are no longer at the source; by default only as many as
     * {@code max_delete} of the resource allows. Counts for packages that wait to be loaded, too.
     */
    public Pipeline allowDeletes(boolean value) {
        allowDeletes = value;
        return this;
    }

    /**
     * Whether a run goes on where one before stopped reading, if the source can and what matters is as it was; the default.
     * Otherwise what that one had read is given up.
     */
    public Pipeline resume(boolean value) {
        resume = value;
        return this;
    }

    /** The only resources to load; by default those that the source selects. */
    public Pipeline resources(List<String> names) {
        resources = List.copyOf(names);
        return this;
    }

    /** Hears what happens; by default nobody. */
    public Pipeline listener(RunListener value) {
        listener = value;
        return this;
    }

    public Pipeline clock(Clock value) {
        clock = value;
        return this;
    }

    /** Measures lengths of time; {@link System#nanoTime} by default. */
    Pipeline nanoseconds(LongSupplier value) {
        nanoseconds = value;
        return this;
    }

    public Pipeline sleeper(Sleeper value) {
        sleeper = value;
        return this;
    }

    /** Knows the secrets that must not appear in messages. */
    public Pipeline redactor(Redactor value) {
        redactor = value;
        return this;
    }

    /**
     * How long to wait while another run has the pipeline, or another program the database; by default not at all: the run
     * fails and says who has it.
     *
     * @throws ConfigException when it is negative
     */
    public Pipeline patience(Duration value) {
        if (value.isNegative()) {
            throw new ConfigException("Cannot wait for " + value + ": a time to wait is 0 or more.");
        }
        patience = value;
        return this;
    }

    /** Asked between pages: true ends the run there, with nothing loaded; the next one goes on there if the source can. */
    public Pipeline stopWhen(BooleanSupplier signal) {
        stop = signal;
        return this;
    }

    /**
     * Loads what a run before left behind, then what is new in {@code source}. Where that run was still reading, this one goes
     * on there.
     *
     * @throws ConfigException when an option is wrong: nothing was sent or written then
     * @throws dev.headrace.HeadraceException for what else went wrong; the destination is as it was
     */
    public RunReport run(Source source) {
        RunReport report = attempt(source);
        if (report.failure() != null) {
            throw report.failure();
        }
        return report;
    }

    /**
     * Finds what would be refused before anything is sent or written.
     *
     * @throws ConfigException when an option is wrong, or does not go with the source or the destination
     */
    public void check(Source source) {
        ResourcePlan.of(source, settings());
    }

    /** Does the same as {@link #run}, and tells of a failure in the report instead of throwing it. */
    public RunReport attempt(Source source) {
        return new PipelineRun(settings(), source).attempt();
    }

    /**
     * Takes tables and state of a source away, in one transaction, and loads nothing.
     *
     * @param source names the source, for its schema and its section of the state
     * @throws ConfigException when a package of an earlier run waits to be loaded
     */
    public DropReport drop(String source, Drop what) {
        return new DropRun(settings(), source, what).run(true);
    }

    /**
     * Tries the records again that are in quarantine, with the source and the options as they are now: those that fit are
     * loaded, in one transaction together with the note of it; the others stay, with the reason of today. A record that was
     * replayed once is never loaded again. Tables that runs replace are added to.
     *
     * @param limit at most so many records, the latest first
     * @throws ConfigException when a package of an earlier run could not be loaded
     */
    public ReplayReport replay(Source source, int limit) {
        return new ReplayRun(settings(), source).run(limit);
    }

    /** What {@link #drop} would take away; changes nothing. */
    public DropReport dropPreview(String source, Drop what) {
        return new DropRun(settings(), source, what).run(false);
    }

    /**
     * Loads a package that failed once more. Where the pipeline has gone on since, its rows have been read again, and it is
     * refused unless {@code rowsOnly}: then its rows are loaded, but not its state.
     *
     * @param id the load id of a failed package
     * @throws ConfigException when there is no such package
     * @throws dev.headrace.HeadraceException for what else went wrong; the package stays
     */
    public RunReport retry(String id, boolean rowsOnly) {
        RunReport report = new RetryRun(settings(), id, rowsOnly).attempt();
        if (report.failure() != null) {
            throw report.failure();
        }
        return report;
    }

    private RunSettings settings() {
        if (destination == null) {
            throw new ConfigException(
                    "Cannot run pipeline '" + name + "': it has no destination. Give it one with destination(...).");
        }
        return new RunSettings(
                name,
                destination,
                dataset == null ? defaultDataset(name) : dataset,
                directory,
                naming,
                new RunSettings.Layout(maxTableNesting, rootKey, sourceContract, completeness, usualOnBadRow, packages),
                new RunSettings.Overrides(
                        contract,
                        disposition,
                        resources,
                        refresh,
                        completenessOfAll,
                        onBadRow,
                        deletes,
                        allowDeletes,
                        resume),
                new RunSettings.Surroundings(
                        new GuardedListener(listener), clock, nanoseconds, sleeper, redactor, stop, patience));
    }
}
