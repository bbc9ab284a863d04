/** The hash function by which dlt names rows and shortens names. */
@NullMarked
package dev.headrace.json.hash;

import org.jspecify.annotations.NullMarked;
