/** What tests of Headrace and of its extensions use: a scripted API, conformance cases, contract tests. */
@NullMarked
package dev.headrace.testkit;

import org.jspecify.annotations.NullMarked;
