package dev.headrace.config;

import dev.headrace.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Values from outside the configuration file: the environment, {@code secrets.toml}, {@code config.toml}. A path such as
 * {@code sources.rest_api.credentials.api_key} is the environment's {@code SOURCES__REST_API__CREDENTIALS__API_KEY}. Paths
 * are given from the most specific to the least; each is tried at every place before the next one is.
 */
public interface Settings {

    /** The first value found. */
    Optional<String> find(List<String> paths);

    /** The first value found, as a secret that the run's redactor knows from then on. */
    Optional<Secret> findSecret(List<String> paths);

    /** Every place that {@link #find} looks at for these paths, in order, for messages. */
    List<String> places(List<String> paths);

    /** Settings without any value; for programs that configure everything in code. */
    static Settings none() {
        return NoSettings.INSTANCE;
    }
}
