/** Reading a source: the pages of each resource one after another, and its children for every record. */
@NullMarked
package dev.headrace.rest.read;

import org.jspecify.annotations.NullMarked;
