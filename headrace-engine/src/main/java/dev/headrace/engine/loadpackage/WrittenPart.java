package dev.headrace.engine.loadpackage;

import dev.headrace.load.PartFile;

/**
 * A part that is on the disk.
 *
 * @param part may be followed by more in its file: it is complete as far as its length goes
 * @param checksum CRC-32C of that length
 */
record WrittenPart(PartFile part, long checksum) {}
