package dev.headrace.engine.normalise;

import java.util.ArrayList;
import java.util.List;

/** A quarantine that is looked at. */
final class CollectedRefusals implements Quarantine {

    final List<BadRecord> records = new ArrayList<>();
    private int page;

    @Override
    public void take(BadRecord record) {
        records.add(record);
    }

    @Override
    public void markPage() {
        page = records.size();
    }

    @Override
    public void forgetPage() {
        records.subList(page, records.size()).clear();
    }

    @Override
    public void handOverFull() {}

    @Override
    public void handOver() {}

    List<String> texts() {
        return records.stream().map(BadRecord::text).toList();
    }

    BadRecord only() {
        if (records.size() != 1) {
            throw new AssertionError("not one record but " + records);
        }
        return records.get(0);
    }
}
