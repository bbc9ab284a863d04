package dev.headrace.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source said that there is of a resource, and what came of it.
 *
 * @param announced how many records there are, in all sequences of requests together; null when not all of them told
 * @param read records that came
 * @param leftOut records that came and were not handed on, by reason, such as {@code incremental}; below 0 where there were
 *     more records than before
 * @param verdict on all sequences together; the worst one of them counts
 * @param reason what is behind the verdict, as the middle of a sentence; empty when it is {@code COMPLETE}
 */
public record Completeness(
        @Nullable Long announced, long read, Map<String, Long> leftOut, Verdict verdict, String reason) {

    /** The reason of records that the configuration itself takes out, or makes others of. */
    public static final String STEPS = "processing_steps";

    /** How sure it is that all came. */
    public enum Verdict {
        /** Each sequence has come to an end that its source announced, with all the records that it announced. */
        COMPLETE,
        /** Nothing speaks against it, and nothing proves it; or not everything was to be read. */
        UNPROVEN,
        /** Other records came than were announced. */
        MISMATCH;

        /** The lower-case name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Completeness {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /** How many records there are to be loaded. */
    public long handedOn() {
        return read - leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
