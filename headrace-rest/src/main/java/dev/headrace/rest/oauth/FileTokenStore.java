package dev.headrace.rest.oauth;

import dev.headrace.FailureKind;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A token in a file of its own, which is replaced as a whole. */
final class FileTokenStore implements TokenStore {

    /** A file lock keeps other processes out, not other threads of this one. */
    private static final Map<Path, Object> IN_USE = new ConcurrentHashMap<>();

    private static final int NAME_LENGTH = 32;

    private final PrivateFolder folder;
    private final String name;
    private final Secret configured;

    FileTokenStore(Path folder, String key, Secret configured) {
        this.folder = new PrivateFolder(folder);
        this.name = Fingerprint.of(key).substring(0, NAME_LENGTH);
        this.configured = configured;
    }

    private Path file() {
        return folder.path().resolve(name + ".json");
    }

    @Override
    public String description() {
        return "the refresh token stored in " + file() + " or, where there is none, the configured one";
    }

    @Override
    public <T> T exclusively(Function<Slot, T> exchange) {
        Path lock = folder.path().resolve(name + ".lock").toAbsolutePath();
        synchronized (IN_USE.computeIfAbsent(lock, path -> new Object())) {
            try {
                folder.create();
                try (FileChannel channel =
                        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return exchanged(exchange);
                }
            } catch (IOException e) {
                throw failure(
                        "Cannot keep refresh tokens in " + folder.path() + ": " + e
                                + ". Make the folder writable, or say store_refresh_token: false if the API never changes them.",
                        e);
            }
        }
    }

    /** The new file is begun before the exchange: what would keep it from being written must show while the token lives. */
    private <T> T exchanged(Function<Slot, T> exchange) throws IOException {
        StoredToken known = StoredToken.read(file());
        Secret current = known.countsFor(configured) ? known.token() : configured;
        try (NewFile next = folder.begin(file())) {
            return exchange.apply(new FileSlot(current, next));
        }
    }

    private final class FileSlot implements Slot {
        private final Secret current;
        private final NewFile next;

        FileSlot(Secret current, NewFile next) {
            this.current = current;
            this.next = next;
        }

        @Override
        public Secret current() {
            return current;
        }

        @Override
        public void keep(Secret rotated) {
            try {
                next.complete(new StoredToken(rotated, Fingerprint.of(configured.reveal())).text());
            } catch (IOException e) {
                throw failure(
                        "Cannot keep the new refresh token in " + file() + ": " + e
                                + ". The old one may not work any more: get a new one from the API and configure it.",
                        e);
            }
        }
    }

    private static SourceException failure(String message, Exception cause) {
        return new SourceException(FailureKind.AUTH, message, cause);
    }
}
