package dev.headrace.source;

import java.util.Map;

/**
 * What is to be changed in the records of a page before anything is made of them. A sink may change fields on the way of their
 * values, where it is certain what becomes of them; all other records it has changed as a whole. Used by one thread at a time.
 */
public interface RecordChanges {

    /**
     * The fields of an object that change, by the names under which they come. Not certain is what becomes of a record
     * <ul>
     *   <li>that is no object,
     *   <li>in which one of these fields comes twice,
     *   <li>in which a field that does not change comes under a new name, even if no other one gets it there.
     * </ul>
     *
     * @return the same map for all pages with the same changes; no two fields get the same name
     */
    Map<String, FieldChange> fields();

    /**
     * A record as all changes leave it.
     *
     * @param record a JSON value
     * @param number its place on its page, from 1
     * @return to be used before the next one is changed
     * @throws RecordRefusedException when it does not fit
     */
    JsonSlice changed(JsonSlice record, int number);
}
