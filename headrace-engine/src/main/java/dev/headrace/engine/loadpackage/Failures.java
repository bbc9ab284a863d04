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
                        + " is running it. Wait until that run has ended, let this one wait with --wait, or give it another"
                        + " name with --pipeline.",
                null);
    }

    static String damaged(Path packageFolder, String reason) {
        return "Cannot load package " + PackageLayout.idOf(packageFolder) + ": " + reason
                + ". It was written by an earlier run and never loaded. The next run reads its rows anew where the source still"
                + " has them.";
    }

    static DataException unknownFormat(Path packageFolder, long format, long known) {
        return failure(
                "Cannot load the package in " + packageFolder + ": its manifest has format " + format + ", and only "
                        + known
                        + " is known. Another version of Headrace has written it: use that one, or give the package up with"
                        + " headrace packages drop.",
                null);
    }

    static DataException stillDamaged(DamagedPackageException cause) {
        return failure(
                cause.reason()
                        + " Bring its files back as they were written and retry, or give it up with headrace packages"
                        + " drop.",
                cause);
    }

    static DataException notThere(Path folder, String id) {
        return failure("Cannot find package " + id + " in " + folder + ": it is no longer there.", null);
    }

    static DataException belongsElsewhere(Path packageFolder, PackageTarget target, PackageTarget wanted) {
        return new DataException(
                FailureKind.DATA,
                Phase.LOAD,
                "Cannot load the package in " + packageFolder + " into " + wanted.description()
                        + ": an earlier run wrote it for " + target.description()
                        + " and has not loaded it there. To load it where it belongs, run with " + target.options()
                        + "; to give its rows up, headrace packages drop "
                        + PackageLayout.idOf(packageFolder) + ". If that database was moved here, change 'location' in"
                        + " the folder's manifest.json and take 'crc', its checksum, out of it. To keep it for later, run with another --pipeline or"
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
