package dev.headrace.engine.loadpackage;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What to say when the folder of a pipeline fails us. */
final class Failures {

    private Failures() {}

    static DataException cannotWrite(Path folder, IOException cause) {
        return failure(
                "Cannot write the load package in " + folder + ": " + reason(cause)
                        + ". See that the folder can be written and its disk has room, or choose another with"
                        + " --pipelines-dir; then run again. Nothing of this package was loaded.",
                cause);
    }

    static DataException cannotKeep(Path folder, IOException cause) {
        return failure(
                "Cannot look after the load packages in " + folder + ": " + reason(cause)
                        + ". See that the folder can be read and written, or choose another with --pipelines-dir.",
                cause);
    }

    static DataException inUse(Path folder, String holder) {
        return failure(
                "Cannot use the pipeline in " + folder + ": " + holder
                        + " is running it. Wait until that run has ended, or give this one another name with --pipeline.",
                null);
    }

    static DataException damaged(Path packageFolder, String reason, @Nullable Throwable cause) {
        return failure(
                "Cannot load the package in " + packageFolder + ": " + reason
                        + ". It was written by an earlier run and never loaded. Repair the disk or bring the file back; or"
                        + " delete that folder to give its rows up, and run again to read them anew.",
                cause);
    }

    static DataException belongsElsewhere(Path packageFolder, PackageTarget target, PackageTarget wanted) {
        return new DataException(
                FailureKind.DATA,
                Phase.LOAD,
                "Cannot load the package in " + packageFolder + " into " + wanted.description()
                        + ": an earlier run wrote it for " + target.description()
                        + " and has not loaded it there. To load it where it belongs, run with " + target.options()
                        + "; to give its rows up, delete that folder. If that database was moved here, change 'location' in"
                        + " the folder's manifest.json. To keep it for later, run with another --pipeline or"
                        + " --pipelines-dir. Nothing was loaded.");
    }

    private static DataException failure(String message, @Nullable Throwable cause) {
        return new DataException(FailureKind.DATA, Phase.NORMALIZE, message, cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return "the thread of the run was interrupted";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason() + " (" + failed.getFile() + ")";
        }
        return String.valueOf(cause.getMessage());
    }
}
