package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what came is compared with what the API announced. */
class AnnouncedTotalTest {

    private static final String OFFSET = "{'type': 'offset', 'limit': 2}";

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private List<String> warnings(String paginator, String... pages) {
        Answer[] answers = new Answer[pages.length];
        for (int i = 0; i < pages.length; i++) {
            answers[i] = Answer.json(pages[i].replace('\'', '"'));
        }
        api.on("/p", answers);
        return Reading.of(
                        api.url(),
                        "[{'name': 'p', 'endpoint': {'path': 'p', 'data_selector': 'items', 'paginator': " + paginator
                                + "}}]")
                .warnings();
    }

    @Test
    void isQuietWhenAllCame() {
        assertThat(warnings(OFFSET, "{'total': 3, 'items': [{'i':1},{'i':2}]}", "{'total': 3, 'items': [{'i':3}]}"))
                .isEmpty();
    }

    @Test
    void tellsThatAnErrorInTheMiddleEndedTheSequence() {
        assertThat(warnings(OFFSET, "{'total': 5, 'items': [{'i':1},{'i':2}]}", "{'error': 'busy'}"))
                .anySatisfy(warning -> assertThat(warning)
                        .contains("resource 'p'", "announced 5 records and 2 came", "records are missing"));
    }

    @Test
    void tellsThatMoreCameThanAnnounced() {
        assertThat(warnings(OFFSET, "{'total': 1, 'items': [{'i':1},{'i':2}]}"))
                .singleElement()
                .asString()
                .contains("announced 1 records and 2 came", "set it to null");
    }

    @Test
    void countsFromTheFirstOffset() {
        assertThat(warnings("{'type': 'offset', 'limit': 2, 'offset': 2}", "{'total': 3, 'items': [{'i':3}]}"))
                .isEmpty();
    }

    @Test
    void leavesAMaximumAlone() {
        assertThat(warnings(
                        "{'type': 'offset', 'limit': 2, 'max_pages': 1}", "{'total': 9, 'items': [{'i':1},{'i':2}]}"))
                .isEmpty();
    }

    @Test
    void tellsThatAnAnnouncedPageIsEmpty() {
        assertThat(warnings("{'type': 'page_number'}", "{'total': 3, 'items': [{'i':1}]}", "{'error': 'busy'}"))
                .anySatisfy(warning -> assertThat(warning).contains("announced 3 pages, but page 2"));
    }
}
