package dev.headrace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotTest {

    private final Comparison comparison = new Comparison();

    @BeforeEach
    void measure() {
        comparison.add("ours", new Measurement(2, 3, 100));
        comparison.add("theirs & <more>", new Measurement(8, 12, 900));
        comparison.add("ours", new Measurement(1, 2, 200));
        comparison.add("theirs & <more>", new Measurement(6, 16, 300));
        comparison.add("ours", new Measurement(4, 1, 300));
        comparison.add("theirs & <more>", new Measurement(7, 9, 600));
    }

    @Test
    void barsAreAsLongAsTheMediansTellThem() throws Exception {
        List<Element> wall = shapes("rect", "wall median");
        List<Element> cpu = shapes("rect", "cpu median");
        List<Element> memory = shapes("rect", "memory median");

        assertThat(width(wall.get(1)) / width(wall.get(0))).isEqualTo(7.0 / 2, within(0.01));
        assertThat(width(cpu.get(1)) / width(cpu.get(0))).isEqualTo(12.0 / 2, within(0.01));
        assertThat(width(memory.get(1)) / width(memory.get(0))).isEqualTo(600.0 / 200, within(0.01));
    }

    @Test
    void wallAndCpuShareOneAxis() throws Exception {
        double wall = width(shapes("rect", "wall median").get(1));
        double cpu = width(shapes("rect", "cpu median").get(1));

        assertThat(cpu / wall).isEqualTo(12.0 / 7, within(0.01));
    }

    @Test
    void everyRunIsADotAtItsPlace() throws Exception {
        List<Element> dots = shapes("circle", "wall");
        double unit = width(shapes("rect", "wall median").get(0)) / 2;
        double zero = number(shapes("rect", "wall median").get(0), "x");

        assertThat(dots.stream().map(dot -> Math.round((number(dot, "cx") - zero) / unit)))
                .containsExactly(2L, 1L, 4L, 8L, 6L, 7L);
    }

    @Test
    void tellsWhatItShows() throws Exception {
        assertThat(all("text").stream().map(Element::getTextContent))
                .contains(
                        "Loading & more",
                        "Bars and numbers: median of 3 rounds. Dots: single runs.",
                        "wall time, s",
                        "CPU time, s",
                        "peak memory, MB",
                        "ours",
                        "theirs & <more>",
                        "7.00",
                        "600");
    }

    @Test
    void nothingIsOutsideOfTheDrawing() throws Exception {
        Element drawing = drawing().getDocumentElement();

        assertThat(all("circle")).allMatch(dot -> number(dot, "cx") < number(drawing, "width"));
        assertThat(all("text")).allMatch(text -> number(text, "y") < number(drawing, "height"));
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(Scale.upTo(9.7, 8, 0, 100).marks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(Scale.upTo(0.7, 8, 0, 100).step()).isEqualTo(0.1, within(1e-9));
        assertThat(Scale.upTo(1072, 4, 0, 100).marks()).containsExactly(0.0, 500.0, 1000.0, 1500.0);
        assertThat(Scale.upTo(1072, 4, 10, 300).at(1500)).isEqualTo(310);
    }

    private List<Element> shapes(String element, String kind) throws Exception {
        return all(element).stream()
                .filter(shape -> shape.getAttribute("class").equals(kind))
                .toList();
    }

    private List<Element> all(String element) throws Exception {
        NodeList found = drawing().getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private Document drawing() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Plot.svg("Loading & more", comparison))));
    }

    private static double width(Element element) {
        return number(element, "width");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
