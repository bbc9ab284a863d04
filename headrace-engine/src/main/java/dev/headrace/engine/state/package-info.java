/** The pipeline's state: what resources remember between runs, its document, and its copies here and at the destination. */
@NullMarked
package dev.headrace.engine.state;

import org.jspecify.annotations.NullMarked;
