package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.time.Instant;

/**
 * A package that can never be loaded as it is. Kept whole until somebody decides what becomes of it.
 *
 * @param at when it was given up
 * @param reason why, in whole sentences; holds no secret
 */
public record FailedPackage(LoadId id, Instant at, String reason) {}
