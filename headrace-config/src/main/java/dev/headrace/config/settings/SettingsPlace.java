package dev.headrace.config.settings;

import java.util.List;
import java.util.Optional;

/** One place that settings come from. */
interface SettingsPlace {

    /** The value of a dotted path, as text. */
    Optional<Setting> find(String path);

    /** What is looked at for these paths, for messages. */
    List<String> describe(List<String> paths);

    /**
     * A value that was found.
     *
     * @param origin where, for messages
     * @param secretsBelong whether a secret may stand there
     */
    record Setting(String value, String origin, boolean secretsBelong) {

        @Override
        public String toString() {
            return origin;
        }
    }
}
