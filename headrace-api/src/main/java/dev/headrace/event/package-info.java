/** What a run tells while it runs. */
@NullMarked
package dev.headrace.event;

import org.jspecify.annotations.NullMarked;
