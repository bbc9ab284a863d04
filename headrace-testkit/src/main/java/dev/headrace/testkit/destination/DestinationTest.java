package dev.headrace.testkit.destination;

import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.TableResult;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What the contract tests of destinations share. Each test has its own probe. */
public abstract class DestinationTest {

    /** The dataset that tests load into. */
    protected static final String DATASET = "ds";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private @Nullable DestinationProbe probe;
    private final List<RunEvent> events = new ArrayList<>();

    /** A probe for a new and empty place; anything it needs lies in {@code folder}. */
    protected abstract DestinationProbe newProbe(Path folder);

    /** The probe of this test. */
    protected final DestinationProbe probe() {
        DestinationProbe known = probe;
        if (known == null) {
            known = newProbe(folder);
            probe = known;
        }
        return known;
    }

    protected final PackageScript script(String loadId) {
        return new PackageScript(probe(), folder, loadId);
    }

    /** Loads in a session of its own. */
    protected final List<TableResult> load(PackageScript script) {
        return load(script.write(), DATASET);
    }

    protected final List<TableResult> load(LoadPackage loadPackage, String dataset) {
        RunListener listener = events::add;
        try (DestinationSession session = probe().destination().open(dataset)) {
            return session.load(loadPackage, listener);
        }
    }

    /** What the loads of this test told. */
    protected final List<RunEvent> events() {
        return events;
    }

    /** The values of one column in all rows. */
    protected final List<@Nullable Object> values(String table, String column) {
        List<@Nullable Object> values = new ArrayList<>();
        probe().rows(DATASET, table).forEach(row -> values.add(row.get(column)));
        return values;
    }

    /** A row with an {@linkplain dev.headrace.load.PartFile#ORIGIN origin}. */
    protected static Map<String, @Nullable Object> from(long origin, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(row);
        known.put(PartFile.ORIGIN, origin);
        return known;
    }

    /** A row: name, value, name, value, and so on; values may be null. */
    protected static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }
}
