package dev.headrace.rest.paginate;

import java.util.Optional;

/** Goes where the page before sends it: a page that names no next one is the last. */
interface LedPaginator extends Paginator {

    @Override
    default boolean isLed() {
        return true;
    }

    @Override
    default Optional<String> doubt(Page last, long read, boolean full) {
        return Signs.moreThan(last, read);
    }
}
