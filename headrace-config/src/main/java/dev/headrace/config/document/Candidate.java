package dev.headrace.config.document;

import dev.headrace.config.tree.Place;
import java.util.function.Supplier;

/** A configuration in a document that may hold several: where it starts, and how it is read. */
record Candidate(Place place, Supplier<Found> reading) {}
