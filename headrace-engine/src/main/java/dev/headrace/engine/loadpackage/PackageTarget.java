package dev.headrace.engine.loadpackage;

import dev.headrace.destination.Destination;

/**
 * Where a package belongs: its rows, ids and state go on from what is there, and fit nowhere else.
 *
 * @param type the destination's {@link Destination#type()}
 * @param location the destination's {@link Destination#location()}; holds no secret
 * @param dataset the normalised name of the dataset
 */
public record PackageTarget(String type, String location, String dataset) {

    public static PackageTarget of(Destination destination, String dataset) {
        return new PackageTarget(destination.type(), destination.location(), dataset);
    }

    /** The target in words. */
    public String description() {
        return "dataset '" + dataset + "' of " + specification();
    }

    /** As {@code --destination} takes it; a URL says its type itself. */
    public String specification() {
        return location.contains("://") ? location : type + ":" + location;
    }

    /** The options of the command line that name it. */
    String options() {
        return "--destination " + ShellWord.of(specification()) + " --dataset " + ShellWord.of(dataset);
    }
}
