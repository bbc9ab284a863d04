/**
 * Runs conformance cases: one JSON file per case with a configuration, the API's answers for one or more runs, and what must
 * be observable after each: requests, tables, loads, errors. The format is described in {@code docs/conformance.md}.
 */
@NullMarked
package dev.headrace.testkit.conformance;

import org.jspecify.annotations.NullMarked;
