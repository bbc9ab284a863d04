package dev.headrace.rest.http;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.rest.limit.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one attempt may take.
 *
 * @param connect for connecting, TLS included
 * @param read for each silence while an answer is awaited or read
 * @param total from the first step to the last byte of the answer; null for any time
 */
public record Timeouts(
        Duration connect, Duration read, @Nullable Duration total) {

    private static final List<String> KEYS = List.of("connect", "read", "total");
    private static final String SETTING = "runtime.request_timeout";
    private static final Duration USUAL = Duration.ofSeconds(60);
    /** No page takes that long, and an answer that comes in drops does end. */
    private static final Duration USUAL_TOTAL = Duration.ofHours(1);

    /** The same for connecting and for each silence, and an hour in all, or as long as they are. */
    public static Timeouts of(Duration timeout) {
        return new Timeouts(timeout, timeout, longEnough(USUAL_TOTAL, timeout));
    }

    /** An answer may be awaited as long as its silences may be, whatever they may be in all unless told. */
    private static Duration longEnough(Duration total, Duration silence) {
        return total.compareTo(silence) < 0 ? silence.multipliedBy(2) : total;
    }

    /** 60 s, or what {@code request_timeout} in section {@code runtime} says in seconds. */
    public static Timeouts of(Settings settings) {
        return of(settings.find(List.of(SETTING)).map(Timeouts::seconds).orElse(USUAL));
    }

    /**
     * These, changed by a length of time, which is for connecting and for each silence, or by
     * {@code {connect, read, total}}.
     *
     * @throws ConfigException for another key, or a value that is no length of time or zero
     */
    public Timeouts with(ConfigNode node) {
        if (node.kind() != Kind.OBJECT) {
            Duration both = DurationText.readPositive(node);
            return new Timeouts(both, both, total == null ? null : longEnough(total, both));
        }
        Problems problems = new Problems();
        problems.check(() -> node.onlyKeys(KEYS));
        Supplier<Optional<Duration>> ofConnecting = problems.part(() -> length(node, "connect"));
        Supplier<Optional<Duration>> ofSilence = problems.part(() -> length(node, "read"));
        Supplier<Optional<Duration>> ofAll = problems.part(() -> length(node, "total"));
        return problems.whole(() -> {
            Duration silence = ofSilence.get().orElse(read);
            Duration all = total == null ? null : longEnough(total, silence);
            return new Timeouts(
                    ofConnecting.get().orElse(connect),
                    silence,
                    node.has("total") ? ofAll.get().orElse(null) : all);
        });
    }

    private static Optional<Duration> length(ConfigNode node, String key) {
        return node.present(key).map(DurationText::readPositive);
    }

    private static Duration seconds(String text) {
        try {
            double seconds = Double.parseDouble(text.strip());
            if (seconds > 0 && seconds < Integer.MAX_VALUE) {
                return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
            }
            throw new ConfigException("Cannot use '" + text + "' for " + SETTING + ": it must be more than 0.");
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    "Cannot use '" + text + "' for " + SETTING + ": it is no number. Set a number, or leave it out.",
                    e);
        }
    }
}
