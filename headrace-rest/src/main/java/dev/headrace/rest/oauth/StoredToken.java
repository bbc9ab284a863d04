package dev.headrace.rest.oauth;

import dev.headrace.FailureKind;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a token file.
 *
 * @param origin fingerprint of the configured token that this one came from; empty when there is no file
 */
record StoredToken(Secret token, String origin) {

    static StoredToken read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (JsonTree.parse(bytes, 0, bytes.length) instanceof JsonObject object
                    && object.member("refresh_token") instanceof JsonString token
                    && object.member("configured") instanceof JsonString origin) {
                return new StoredToken(Secret.of(token.text()), origin.text());
            }
        } catch (NoSuchFileException e) {
            return new StoredToken(Secret.of(""), "");
        } catch (JsonSyntaxException e) {
            // told below, without what was found
        }
        throw new SourceException(
                FailureKind.AUTH,
                "Cannot read the stored refresh token: " + file + " is no file of Headrace. Delete it and configure a"
                        + " new refresh token.");
    }

    boolean countsFor(Secret configured) {
        return origin.equals(Fingerprint.of(configured.reveal()));
    }

    byte[] text() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("refresh_token", token.reveal());
        content.put("configured", origin);
        return (JsonText.write(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
