package dev.headrace.deletes;

/**
 * Says of the new rows of a table that they are all there are, so that other rows are gone.
 *
 * @param rule what becomes of those; not {@code NONE}
 * @param limit how many there may be; beyond it none is touched
 */
public record DeleteOrder(Deletes rule, DeleteLimit limit) {

    public DeleteOrder {
        if (rule == Deletes.NONE) {
            throw new IllegalArgumentException("an order to do nothing");
        }
    }

    /** The same for any number of rows. */
    public DeleteOrder unlimited() {
        return new DeleteOrder(rule, DeleteLimit.none());
    }
}
