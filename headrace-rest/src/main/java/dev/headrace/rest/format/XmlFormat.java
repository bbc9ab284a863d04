package dev.headrace.rest.format;

import dev.headrace.json.JsonText;
import dev.headrace.rest.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML: the document is an object with the root element as its only field. An element without attributes and children is its
 * text, null when there is none; any other is an object whose fields are its attributes and its children, by their names
 * without prefix. Children of the same name are a list. Text beside attributes or children is the field {@code value}. An
 * attribute named like a child has {@code @} before its name. Document types and entities are refused.
 *
 * @param lists elements that are lists even where there is one of them only
 */
record XmlFormat(Set<String> lists) implements ResponseFormat {

    XmlFormat {
        lists = Set.copyOf(lists);
    }

    @Override
    public String label() {
        return "XML";
    }

    @Override
    public JsonBody toJson(HttpResponse response) {
        try {
            XMLStreamReader reader = reader(response);
            while (!reader.isStartElement()) {
                reader.next();
            }
            String root = reader.getLocalName();
            Object content = new XmlElements(reader, lists).read();
            while (reader.hasNext()) {
                reader.next(); // what follows has to be XML as well
            }
            return JsonBody.of(JsonText.write(Collections.singletonMap(root, content)));
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private static XMLStreamReader reader(HttpResponse response) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        Map.of(
                        XMLInputFactory.SUPPORT_DTD,
                        false,
                        XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES,
                        false,
                        XMLInputFactory.IS_COALESCING,
                        true,
                        // XmlElements counts the depth itself, alike on every Java; 0 is no limit
                        "jdk.xml.maxElementDepth",
                        "0")
                .forEach(factory::setProperty);
        ByteArrayInputStream body = new ByteArrayInputStream(response.body(), 0, response.length());
        return response.declaredCharset().isEmpty()
                ? factory.createXMLStreamReader(body)
                : factory.createXMLStreamReader(body, response.charset().name());
    }

    private static UnreadableBodyException unreadable(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage());
        int reason = message.indexOf("Message: ");
        int line = failure.getLocation() == null ? -1 : failure.getLocation().getLineNumber();
        return new UnreadableBodyException(
                (line < 0 ? "" : "line " + line + ": ")
                        + (reason < 0 ? message : message.substring(reason + "Message: ".length())),
                failure);
    }
}
