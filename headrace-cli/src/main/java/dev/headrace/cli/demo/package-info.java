/** The demonstration: a small calendar API on loopback and the run that loads it twice. */
@NullMarked
package dev.headrace.cli.demo;

import org.jspecify.annotations.NullMarked;
