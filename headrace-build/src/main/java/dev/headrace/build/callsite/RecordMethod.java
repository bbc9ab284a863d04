package dev.headrace.build.callsite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * One of the three methods that a record has without writing them, as a call site of
 * {@link java.lang.runtime.ObjectMethods#bootstrap} describes it. It answers what {@link Record} says of it, and what the
 * call site answered: numbers are compared by their boxes' {@code compare}, hashes are the sum of 31 times the one before.
 *
 * @param method {@code equals}, {@code hashCode} or {@code toString}
 * @param site its type, with the record as the first parameter
 * @param components in their order
 */
record RecordMethod(String method, Type site, List<Handle> components) {

    private static final String OBJECTS = "java/util/Objects";
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type BUILDER = Type.getType(StringBuilder.class);

    /** Empty when the call site makes anything else. */
    static Optional<RecordMethod> of(String method, String site, Handle bootstrap, Object[] arguments) {
        if (!bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
            return Optional.empty();
        }
        // The record and the names of its components come before the fields.
        List<Handle> fields = Arrays.stream(arguments, 2, arguments.length)
                .map(Handle.class::cast)
                .toList();
        return Optional.of(new RecordMethod(method, Type.getMethodType(site), fields));
    }

    /** Of the static method that the record gets for it. */
    String name() {
        return "record$" + method;
    }

    void addTo(ClassVisitor visitor) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor code = visitor.visitMethod(access, name(), site.getDescriptor(), null, null);
        code.visitCode();
        switch (method) {
            case "equals" -> writeEquals(code);
            case "hashCode" -> writeHash(code);
            default -> writeText(code);
        }
        code.visitEnd();
    }

    private String owner() {
        return site.getArgumentTypes()[0].getInternalName();
    }

    private void writeEquals(MethodVisitor code) {
        Label different = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner());
        code.visitJumpInsn(Opcodes.IFEQ, different);
        for (Handle component : components) {
            load(code, component);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, owner());
            code.visitFieldInsn(Opcodes.GETFIELD, owner(), component.getName(), component.getDesc());
            compare(code, Type.getType(component.getDesc()), different);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(different);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
        // Two values of two words each, and the record while the second one is read.
        code.visitMaxs(4, 2);
    }

    private static void compare(MethodVisitor code, Type type, Label different) {
        if (Conversion.isPrimitive(type)) {
            String compare = Type.getMethodDescriptor(Type.INT_TYPE, type, type);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, Conversion.boxOf(type), "compare", compare, false);
            code.visitJumpInsn(Opcodes.IFNE, different);
        } else {
            String equals = Type.getMethodDescriptor(Type.BOOLEAN_TYPE, OBJECT, OBJECT);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, OBJECTS, "equals", equals, false);
            code.visitJumpInsn(Opcodes.IFEQ, different);
        }
    }

    private void writeHash(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle component : components) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            load(code, component);
            Type type = Type.getType(component.getDesc());
            boolean primitive = Conversion.isPrimitive(type);
            String hash = Type.getMethodDescriptor(Type.INT_TYPE, primitive ? type : OBJECT);
            String owner = primitive ? Conversion.boxOf(type) : OBJECTS;
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "hashCode", hash, false);
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(3, 1);
    }

    private void writeText(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, BUILDER.getInternalName());
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER.getInternalName(), "<init>", "()V", false);
        String before = simpleName() + "[";
        for (Handle component : components) {
            code.visitLdcInsn(before + component.getName() + "=");
            append(code, Type.getType(String.class));
            load(code, component);
            append(code, shown(Type.getType(component.getDesc())));
            before = ", ";
        }
        code.visitLdcInsn(components.isEmpty() ? before + "]" : "]");
        append(code, Type.getType(String.class));
        String text = Type.getMethodDescriptor(Type.getType(String.class));
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER.getInternalName(), "toString", text, false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(3, 1);
    }

    /** What of a class's name stands in its source: without its package and those around it; one in a method has a number. */
    private String simpleName() {
        return owner().replaceFirst("^.*[/$](?=.)", "").replaceFirst("^\\d+", "");
    }

    /** The parameter of the builder's method that takes it. */
    private static Type shown(Type type) {
        if (!Conversion.isPrimitive(type)) {
            return OBJECT;
        }
        return type.equals(Type.BYTE_TYPE) || type.equals(Type.SHORT_TYPE) ? Type.INT_TYPE : type;
    }

    private static void append(MethodVisitor code, Type type) {
        String append = Type.getMethodDescriptor(BUILDER, type);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER.getInternalName(), "append", append, false);
    }

    private void load(MethodVisitor code, Handle component) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, owner(), component.getName(), component.getDesc());
    }
}
