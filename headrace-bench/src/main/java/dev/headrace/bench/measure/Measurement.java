package dev.headrace.bench.measure;

/**
 * What one run took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds user and system time of the process and of all its children
 * @param peakMegabytes the largest resident set that any one of its processes had, in 1,000,000 bytes
 */
public record Measurement(double wallSeconds, double cpuSeconds, double peakMegabytes) {}
