/** JMH benchmarks of single stages, on the pages of the events API. One operation is 10,000 records (8.3 MB of JSON). */
@NullMarked
package dev.headrace.bench.stages;

import org.jspecify.annotations.NullMarked;
