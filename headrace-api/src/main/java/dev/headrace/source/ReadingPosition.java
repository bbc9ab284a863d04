package dev.headrace.source;

/**
 * How far a reader has come: enough for another reader of the same source to go on from there, in another process too.
 *
 * @param document JSON that only the source understands; holds no secret
 * @param description what is read next, for people, such as {@code events from page 124 on (12,300 records are there)}; holds no
 *     secret
 */
public record ReadingPosition(String document, String description) {}
