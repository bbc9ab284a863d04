package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.RetryPolicy;
import dev.headrace.rest.http.TestRun;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.rest.oauth.TokenStore;
import dev.headrace.testkit.api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTokenTest extends AuthenticatorContract {

    @TempDir
    Path temp;

    @Override
    OAuth2 authenticator() {
        return authenticator(SECRET);
    }

    private OAuth2 authenticator(String configured) {
        TokenStore store = TokenStore.in(folder(), "things cid", Secret.of(configured));
        return Auth.refreshToken(api.url() + "/token", OAuthClient.of("cid", Secret.of("cs-secret")), store);
    }

    private Path folder() {
        return temp.resolve("keep/credentials");
    }

    /** An API whose tokens work once. */
    @BeforeEach
    void rotate() {
        int[] count = {0};
        api.otherwise(request -> {
            count[0]++;
            return Answer.json("{\"access_token\": \"access\", \"refresh_token\": \"next-" + count[0] + "\"}");
        });
    }

    private List<String> used() {
        List<String> used = new ArrayList<>();
        api.requests()
                .forEach(request -> request.form().stream()
                        .filter(field -> field.getKey().equals("refresh_token"))
                        .forEach(field -> used.add(field.getValue())));
        return used;
    }

    private void run(OAuth2 authenticator) {
        try (ApiClient other = new ApiClient(RetryPolicy.ofDefaults(), new TestRun())) {
            authenticator.open(other).apply(request);
        }
    }

    @Test
    void asksWithTheTokenAndTheClient() {
        run(authenticator());
        assertThat(api.requests().get(0).form())
                .isEqualTo(List.of(
                        Map.entry("client_id", "cid"),
                        Map.entry("client_secret", "cs-secret"),
                        Map.entry("grant_type", "refresh_token"),
                        Map.entry("refresh_token", SECRET)));
    }

    @Test
    void theNextRunUsesTheTokenThatTheLastOneGot() {
        run(authenticator());
        run(authenticator());
        run(authenticator());
        assertThat(used()).containsExactly(SECRET, "next-1", "next-2");
    }

    @Test
    void anotherConfiguredTokenWinsOverTheStoredOne() {
        run(authenticator());
        run(authenticator("configured anew"));
        run(authenticator("configured anew"));
        assertThat(used()).containsExactly(SECRET, "configured anew", "next-2");
    }

    @Test
    void aTokenThatDoesNotChangeIsNotStored() {
        api.reset();
        api.otherwise(request -> Answer.json("{\"access_token\": \"access\"}"));
        run(authenticator());
        run(authenticator());
        assertThat(used()).containsExactly(SECRET, SECRET);
        assertThat(names()).noneMatch(name -> name.endsWith(".json"));
    }

    @Test
    void onlyTheOwnerCanReadWhatIsStored() throws IOException {
        run(authenticator());
        Path file = folder().resolve(names().stream()
                .filter(name -> name.endsWith(".json"))
                .findFirst()
                .orElseThrow());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("next-1").doesNotContain(SECRET);
        assertThat(folder().resolve(".gitignore")).hasContent("*");
    }

    @Test
    void nothingIsAskedWhenTheNextTokenCouldNotBeStored() throws IOException {
        Files.createDirectories(temp.resolve("keep"));
        Files.writeString(folder(), "a file where the folder should be");
        assertThatThrownBy(() -> run(authenticator()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(folder().toString())
                .hasMessageContaining("store_refresh_token: false");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void aRefusalSaysWhichTokenWasUsedAndLeavesNothingBehind() {
        api.reset();
        api.otherwise(request -> Answer.json("{\"error\": \"invalid_grant\"}").withStatus(400));
        assertThatThrownBy(() -> run(authenticator()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("stored in " + folder());
        assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void aDamagedFileIsToldWithoutItsContent() throws IOException {
        run(authenticator());
        Path file = folder().resolve(names().stream()
                .filter(name -> name.endsWith(".json"))
                .findFirst()
                .orElseThrow());
        Files.writeString(file, "{\"refresh_token\": \"next-1");
        assertThatThrownBy(() -> run(authenticator()))
                .hasMessageContaining("Delete it")
                .hasMessageNotContaining("next-1");
    }

    @Test
    void severalRunsAtATimeUseEachTokenOnce() throws InterruptedException {
        List<Thread> threads = Stream.generate(() -> new Thread(() -> run(authenticator())))
                .limit(6)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(used()).hasSize(6).doesNotHaveDuplicates();
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    void runsDoNotShareWhatTheyHold() {
        OAuth2 authenticator = authenticator();
        assertThat(authenticator.open(client).apply(request))
                .isEqualTo(authenticator.open(client).apply(request));
    }
}
