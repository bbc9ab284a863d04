package dev.headrace.parquet;

/** How the values of a field lie in the file. */
public enum FieldType {
    BOOLEAN(0),
    INT32(1),
    INT64(2),
    DOUBLE(5),
    BYTES(6);

    private final int code;

    FieldType(int code) {
        this.code = code;
    }

    /** The type with that number in the format. */
    static FieldType ofCode(int code) {
        for (FieldType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new DamagedFileException("values of the physical type " + code + " cannot be read here");
    }
}
