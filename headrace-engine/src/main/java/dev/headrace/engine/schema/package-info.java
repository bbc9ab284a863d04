/** The schema while a run is extracting: it takes the hints of resources and grows with the data. */
@NullMarked
package dev.headrace.engine.schema;

import org.jspecify.annotations.NullMarked;
