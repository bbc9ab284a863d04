package dev.headrace.rest.incremental;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource remembers.
 *
 * @param beginning as it was when the run began; not to be changed
 * @param live as it is now, to be changed; may be the same map in a run that begins
 */
public record ResourceState(Map<String, @Nullable Object> beginning, Map<String, @Nullable Object> live) {

    /** That of a run that begins. */
    public static ResourceState of(Map<String, @Nullable Object> live) {
        return new ResourceState(live, live);
    }
}
