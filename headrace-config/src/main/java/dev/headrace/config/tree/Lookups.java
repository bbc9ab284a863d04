package dev.headrace.config.tree;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where placeholders get their values.
 *
 * @param settings for {@code ${secrets.x}} and {@code ${config.x}}; asked for exactly {@code x}, so it should add no
 *     prefix of its own
 * @param environment for {@code ${env.X}}
 * @param redactor learns every secret that is found
 * @param allowed the names that may be looked up
 */
public record Lookups(
        Settings settings, Map<String, String> environment, Redactor redactor, Predicate<String> allowed) {

    public Lookups {
        environment = Map.copyOf(environment);
    }

    /** All names may be looked up. */
    public Lookups(Settings settings, Map<String, String> environment, Redactor redactor) {
        this(settings, environment, redactor, name -> true);
    }

    /** The same where only some names may be looked up: for a document that is not trusted. */
    public Lookups only(Predicate<String> names) {
        return new Lookups(settings, environment, redactor, names);
    }

    /** Finds nothing; its redactor is its own. */
    public static Lookups none() {
        return new Lookups(Settings.none(), Map.of(), new Redactor());
    }

    Optional<String> secret(List<String> names) {
        return settings.findSecret(names).map(redactor::learn).map(Secret::reveal);
    }

    Optional<String> setting(List<String> names) {
        Optional<String> found = settings.find(names);
        found.ifPresent(value -> learnIfSecret(names.get(0), value));
        return found;
    }

    Optional<String> variable(String name) {
        Optional<String> found = Optional.ofNullable(environment.get(name));
        found.ifPresent(value -> learnIfSecret(name, value));
        return found;
    }

    private void learnIfSecret(String name, String value) {
        if (SecretNames.looksSecret(name)) {
            redactor.learn(Secret.of(value));
        }
    }
}
