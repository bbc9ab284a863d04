package dev.headrace.load;

import java.util.Locale;

/** How the files of new load packages are compressed. Packages of either kind can always be loaded. */
public enum PackageCompression {
    /** Not at all, which takes the least time. The default. */
    NONE,
    /** With zstd: files usually have a quarter of the size. */
    ZSTD;

    /** The name in configurations, such as {@code zstd}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
