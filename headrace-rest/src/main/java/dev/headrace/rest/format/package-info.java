/** The formats in which APIs answer, each turned into JSON, and the one that an answer is in. */
@NullMarked
package dev.headrace.rest.format;

import org.jspecify.annotations.NullMarked;
