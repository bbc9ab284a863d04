package dev.headrace.rest.position;

/** What has been reached cannot be written down so that another reader could go on from it. */
public final class NoPositionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reason for those who look for it in a debugger: it is normal, and told to nobody */
    public NoPositionException(String reason) {
        super(reason);
    }
}
