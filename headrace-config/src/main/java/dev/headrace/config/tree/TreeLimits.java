package dev.headrace.config.tree;

/** How large a configuration may be; far above what people write, far below what harms a machine. */
public final class TreeLimits {

    /** Levels of objects and lists within each other. */
    public static final int DEPTH = 100;

    /** Values in all, aliases counted each time they are used. */
    public static final int VALUES = 200_000;

    private TreeLimits() {}
}
