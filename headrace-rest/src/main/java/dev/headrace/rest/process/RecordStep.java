package dev.headrace.rest.process;

import dev.headrace.json.JsonValue;
import java.util.function.Consumer;

/**
 * One step on the way of the records of one sequence of requests, opened for it and used by one thread. It may keep state
 * from record to record.
 */
@FunctionalInterface
public interface RecordStep {

    /**
     * Takes a record and hands on what becomes of it: the same value when nothing changes, another one, several or none.
     *
     * @param record a view on its page, wholly or in parts; not valid any longer once {@link #endPage}
     *     returns
     * @param next takes what is left, in order
     * @throws StepFailedException when the record does not fit
     */
    void accept(JsonValue record, Consumer<? super JsonValue> next);

    /** All records of a page have been given. */
    default void endPage() {}

    /** This step, then the other one for everything that it leaves. */
    default RecordStep then(RecordStep following) {
        RecordStep first = this;
        return new RecordStep() {
            @Override
            public void accept(JsonValue record, Consumer<? super JsonValue> next) {
                first.accept(record, left -> following.accept(left, next));
            }

            @Override
            public void endPage() {
                first.endPage();
                following.endPage();
            }
        };
    }
}
