package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Keeps a refresh token that changes whenever it is used. Safe for any number of threads; several programs may share one
 * folder.
 */
public interface TokenStore {

    /**
     * Runs an exchange while nobody else uses the token.
     *
     * @throws dev.headrace.SourceException of kind {@code AUTH} when a token cannot be read or kept; before the exchange
     *     where that can be told before
     */
    <T> T exclusively(Function<Slot, T> exchange);

    /** Where the token is, for messages: "the refresh token stored in ...". */
    String description();

    /** The place of the token during one exchange. */
    interface Slot {

        /** The token to use. */
        Secret current();

        /** Puts another in its place, for good when this returns. */
        void keep(Secret rotated);
    }

    /**
     * Keeps tokens in a folder, one file each, readable by its owner only. A stored token counts until another one is
     * configured than the one it came from.
     *
     * @param key what the token belongs to: source, client and token endpoint
     */
    static TokenStore in(Path folder, String key, Secret configured) {
        return new FileTokenStore(folder, key, configured);
    }

    /** Keeps it as long as this object lives. */
    static TokenStore inMemory(Secret configured) {
        return new MemoryTokenStore(configured);
    }
}
