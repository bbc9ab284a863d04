/** JSONPath in the dialect of Python's jsonpath-ng (extended parser), which declarative REST sources are written in. */
@NullMarked
package dev.headrace.json.path;

import org.jspecify.annotations.NullMarked;
