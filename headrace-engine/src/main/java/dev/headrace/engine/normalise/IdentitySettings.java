package dev.headrace.engine.normalise;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.load.LoadId;

/** What the rows of all tables of a resource have in common. */
record IdentitySettings(RowIds ids, LoadId loadId) {}
