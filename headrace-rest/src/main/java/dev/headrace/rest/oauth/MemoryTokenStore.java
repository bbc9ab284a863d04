package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import java.util.function.Function;

/** A token that is forgotten at the end. */
final class MemoryTokenStore implements TokenStore, TokenStore.Slot {

    private Secret token;

    MemoryTokenStore(Secret configured) {
        this.token = configured;
    }

    @Override
    public synchronized <T> T exclusively(Function<Slot, T> exchange) {
        return exchange.apply(this);
    }

    @Override
    public String description() {
        return "the configured refresh token";
    }

    @Override
    public synchronized Secret current() {
        return token;
    }

    @Override
    public synchronized void keep(Secret rotated) {
        token = rotated;
    }
}
