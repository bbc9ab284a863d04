package dev.headrace.engine.normalise;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.load.LoadId;

/**
 * What the rows of all tables of a resource have in common.
 *
 * @param propagatesRootKey nested rows carry the id of their root row
 */
record IdentitySettings(RowIds ids, LoadId loadId, boolean propagatesRootKey) {}
