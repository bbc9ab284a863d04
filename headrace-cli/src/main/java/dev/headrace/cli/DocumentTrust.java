package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Problems;
import dev.headrace.config.document.ConfigDocument;
import dev.headrace.config.settings.ChosenSettings;
import dev.headrace.config.settings.FileSettings;
import dev.headrace.config.tree.Lookups;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration may have that is the user's: everything, or, with {@code --untrusted}, next to nothing. Then it gets
 * the secrets only that are allowed by name, no files, no addresses but public ones, and no say about where data goes to.
 */
final class DocumentTrust {

    private final LoadOptions options;
    private final boolean untrusted;
    private final List<String> allowed;

    DocumentTrust(LoadOptions options) {
        this.options = options;
        this.untrusted = options.untrusted();
        this.allowed = options.allowed();
        if (!untrusted && !allowed.isEmpty()) {
            throw new WrongCallException(
                    "--allow says what a configuration may have that is not trusted; it belongs to" + " --untrusted.");
        }
    }

    /** What placeholders of the document find. */
    Lookups of(Lookups all) {
        return untrusted ? all.only(new ChosenSettings(all.settings(), allowed)) : all;
    }

    /** What the document's source may use. */
    ComponentContext of(ComponentContext context, FileSettings settings) {
        return untrusted ? context.forStranger(new ChosenSettings(settings, allowed)) : context;
    }

    /**
     * Looks whether the document decides what only the user may.
     *
     * @throws ConfigException with every such key
     */
    void check(ConfigDocument document) {
        if (!untrusted) {
            return;
        }
        Problems problems = new Problems();
        check(problems, "pipeline", document.pipeline().isPresent());
        check(problems, "dataset", document.dataset().isPresent());
        check(problems, "destination", document.destination().isPresent());
        check(problems, "refresh", document.refresh().isPresent());
        problems.throwIfAny();
    }

    private void check(Problems problems, String key, boolean written) {
        Optional<String> own = options.text(key);
        if (written && own.isEmpty()) {
            problems.add(new ConfigException(key + ": a configuration that is not trusted (--untrusted) does not decide"
                    + " where data goes to, and what becomes of what is there. Say it with --" + key
                    + ", or take it out of the file."));
        }
    }
}
