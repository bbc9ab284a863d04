package dev.headrace.source;

import dev.headrace.ConfigException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A named group of resources that share one schema. Immutable: one instance may serve any number of runs. */
public interface Source {

    /** Names the schema and the section of the state. Never blank. */
    String name();

    /** All resources in the order in which they are read, parents before children. */
    List<Resource> resources();

    /**
     * The names of the resources that a run reads: those that are selected, and those whose records they need. By default
     * the selected ones.
     */
    default Set<String> readResources() {
        return resources().stream()
                .filter(Resource::selected)
                .map(Resource::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why reading a resource to its end does not bring everything that there is of it, such as a cursor that asks only for what is
     * new; as the middle of a sentence. Then nothing follows from what does not come.
     *
     * @param resource the name of one of the {@link #resources()}
     * @return empty when it brings everything, as is the default
     */
    default Optional<String> whyPartial(String resource) {
        return Optional.empty();
    }

    /**
     * What the configuration of the source says that works and is hardly meant: a sentence each, ready to be shown. Readers
     * tell the same at the beginning of a run.
     */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * The same source with exactly these resources {@linkplain Resource#selected() selected}. The others are still among
     * the resources, and are read where a selected one needs them.
     *
     * @param names each the name of one of the {@link #resources()}
     * @throws ConfigException when this source has no choice, as is the default
     */
    default Source select(Set<String> names) {
        throw new ConfigException("Cannot select resources of source '" + name()
                + "': it always reads all of them. Leave the selection out.");
    }

    /**
     * The same source for a range of its cursors: reads the selected resources that have one from {@code from} to before
     * {@code to}, and leaves what they remember alone.
     *
     * @param from a date or timestamp of ISO 8601, or a value as the cursor has it
     * @param to likewise
     * @throws ConfigException when this source knows no ranges, as is the default, or the range makes no sense to it
     */
    default Source backfill(String from, String to) {
        throw new ConfigException(
                "Cannot load a range of source '" + name() + "': it has no cursors. Leave the backfill out.");
    }

    /**
     * What is to be loaded of a record that came before and is in quarantine: what the steps of its resource make of it now,
     * unless it has gone through them. By default the record itself.
     *
     * @param resource the name of one of the {@link #resources()}
     * @param processed whether the record has gone through the steps
     * @return perhaps none
     * @throws dev.headrace.SourceException when the record can't be processed now either
     */
    default List<JsonSlice> reprocess(String resource, JsonSlice record, boolean processed) {
        return List.of(record);
    }

    /**
     * Starts reading. Sends nothing before the first {@link SourceReader#readPage}.
     *
     * @param context what the run lends to the reader; valid until the reader is closed
     */
    SourceReader open(ReadContext context);

    /**
     * What decides which records a reader brings, as a text that is equal where the settings are: addresses, parameters,
     * selectors, paginators, cursors, steps. Credentials, retries, timeouts and limits of speed are no part of it. Holds no
     * secret.
     *
     * @return empty when nobody may go on where another reader stopped, as is the default
     */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /**
     * The {@link #identity} in parts, so that people can be told what has changed: two sources have the same identity where all parts
     * are equal.
     *
     * @return a short text for each part, by a name for people that {@code has changed} can follow; empty where the identity is
     */
    default Optional<Map<String, String>> identityParts() {
        return identity().map(whole -> Map.of("the configuration of source '" + name() + "'", whole));
    }

    /**
     * Goes on where a reader of a source of the same {@link #identity} has come to: what it handed on is not handed on again.
     *
     * @param position given by {@link SourceReader#position}
     * @throws IllegalArgumentException when the position is not one of this source, as is the default
     */
    default SourceReader open(ReadContext context, ReadingPosition position) {
        throw new IllegalArgumentException("source '" + name() + "' cannot go on from a position");
    }
}
