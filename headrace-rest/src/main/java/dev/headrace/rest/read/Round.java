package dev.headrace.rest.read;

import dev.headrace.source.ReadContext;
import java.time.Instant;

/**
 * What all resources of a reader have in common.
 *
 * @param now the moment up to which windows reach; that of the first of several readers that go on from each other
 * @param stock what the reader before has left
 */
record Round(ReadContext context, Instant now, Standpoint standpoint, Stock stock) {}
