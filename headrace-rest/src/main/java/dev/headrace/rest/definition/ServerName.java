package dev.headrace.rest.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host and port of a URL (RFC 3986, section 3.2), as far as a request could never be sent to them. */
final class ServerName {

    private static final Pattern AUTHORITY = Pattern.compile("(?i)https?://(?:[^/]*@)?([^/]*).*", Pattern.DOTALL);
    private static final Pattern NO_HOST = Pattern.compile("[\\s\\p{Cntrl}<>\"{}|\\\\^`]");
    private static final Pattern PORT = Pattern.compile(".*?:([^:\\]]*)");
    private static final int LARGEST_PORT = 65_535;

    private ServerName() {}

    /** What is wrong with the server of an absolute URL; empty when nothing is. */
    static Optional<String> fault(String url) {
        Matcher matcher = AUTHORITY.matcher(url);
        String server = matcher.matches() ? matcher.group(1) : "";
        if (server.isEmpty() || server.startsWith(":")) {
            return Optional.of("there is no host after '//'. Write it like https://api.example.com");
        }
        Matcher port = PORT.matcher(server);
        boolean hasNoPort = port.matches() && !isPort(port.group(1));
        boolean isNoHost = NO_HOST.matcher(server).find();
        if ((isNoHost || hasNoPort) && url.indexOf('@') > matcher.end(1)) {
            return Optional.of("a '/' stands before the '@'. In a user's name or password it is written %2F");
        }
        if (isNoHost) {
            return Optional.of("'" + server + "' holds a character that no host has. Write it like api.example.com");
        }
        return hasNoPort
                ? Optional.of("'" + port.group(1) + "' is no port. Ports are numbers from 1 to " + LARGEST_PORT)
                : Optional.empty();
    }

    /** Nothing after the colon means the usual port. */
    private static boolean isPort(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (!text.matches("[0-9]{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= LARGEST_PORT;
    }
}
