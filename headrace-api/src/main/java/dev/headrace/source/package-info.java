/** What a source gives: resources, and pages of records read one after another. */
@NullMarked
package dev.headrace.source;

import org.jspecify.annotations.NullMarked;
