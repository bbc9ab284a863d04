/** What a checkpoint holds beside rows, when one is made, and whether one fits a run. */
@NullMarked
package dev.headrace.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
