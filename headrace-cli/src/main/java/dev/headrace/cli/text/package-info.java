/** How things are written for people, wherever they stand. */
@NullMarked
package dev.headrace.cli.text;

import org.jspecify.annotations.NullMarked;
