/** A scripted API: a real HTTP server on loopback whose answers, faults included, are written in the test. */
@NullMarked
package dev.headrace.testkit.api;

import org.jspecify.annotations.NullMarked;
