package dev.headrace.build.callsite;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What happens to a value on its way into the body of a lambda or out of it: nothing, a cast, boxing, unboxing, or its end. A
 * primitive value that becomes a longer one is not known here.
 *
 * @param erased what the virtual machine knows of the value
 * @param actual what the compiler knew of it
 * @param wanted what it must be
 */
record Conversion(Type erased, Type actual, Type wanted) {

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Map<Type, String> BOXES = Map.of(
            Type.BOOLEAN_TYPE, "java/lang/Boolean",
            Type.BYTE_TYPE, "java/lang/Byte",
            Type.CHAR_TYPE, "java/lang/Character",
            Type.SHORT_TYPE, "java/lang/Short",
            Type.INT_TYPE, "java/lang/Integer",
            Type.LONG_TYPE, "java/lang/Long",
            Type.FLOAT_TYPE, "java/lang/Float",
            Type.DOUBLE_TYPE, "java/lang/Double");

    static Conversion ofResult(Type result, Type wanted) {
        return new Conversion(result, result, wanted);
    }

    /** Answers false when it isn't known; the code is of no use then. */
    boolean write(MethodVisitor code) {
        if (wanted.equals(Type.VOID_TYPE)) {
            drop(code);
            return true;
        }
        if (isPrimitive(erased)) {
            return erased.equals(wanted) || !isPrimitive(wanted) && box(code);
        }
        // What is of another type than the compiler knew is found out here, not later or never.
        if (!erased.equals(actual)) {
            cast(code, actual);
        }
        return isPrimitive(wanted) ? unbox(code) : actual.equals(wanted) || cast(code, wanted);
    }

    private void drop(MethodVisitor code) {
        if (!erased.equals(Type.VOID_TYPE)) {
            code.visitInsn(erased.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    static boolean isPrimitive(Type type) {
        return BOXES.containsKey(type);
    }

    private boolean box(MethodVisitor code) {
        String box = boxOf(erased);
        String descriptor = Type.getMethodDescriptor(Type.getObjectType(box), erased);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
        return true;
    }

    private boolean unbox(MethodVisitor code) {
        String box = boxOf(wanted);
        String descriptor = Type.getMethodDescriptor(wanted);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, wanted.getClassName() + "Value", descriptor, false);
        return actual.getInternalName().equals(box);
    }

    /** One that is known to be of the type needs none, but the virtual machine would load both classes to see that. */
    private boolean cast(MethodVisitor code, Type type) {
        if (!type.equals(erased) && !type.equals(OBJECT)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        }
        return true;
    }

    /** The name of the class, with slashes. */
    static String boxOf(Type primitive) {
        return BOXES.getOrDefault(primitive, "");
    }
}
