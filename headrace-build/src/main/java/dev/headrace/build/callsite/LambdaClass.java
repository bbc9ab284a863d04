package dev.headrace.build.callsite;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class that stands for a lambda: a field for each value it holds, the interface's method, and a factory. One
 * that holds nothing has one object for all, as Java does it. Used once.
 */
final class LambdaClass {

    /** A static method with what the lambda holds as parameters. */
    static final String FACTORY = "lambda";

    private static final String CONSTRUCTOR = "<init>";
    private static final String OBJECT = "java/lang/Object";
    private static final String ONLY = "ONLY";

    private final String name;
    private final Lambda lambda;
    private final Type[] held;
    private final String construction;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    LambdaClass(String name, Lambda lambda) {
        this.name = name;
        this.lambda = lambda;
        this.held = lambda.held();
        this.construction = Type.getMethodDescriptor(Type.VOID_TYPE, held);
    }

    /** Empty when the lambda converts values in a way that {@link Conversion} doesn't know. */
    Optional<byte[]> bytes(int version, String host, @Nullable String source) {
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        String[] interfaces = {lambda.implemented().getInternalName()};
        writer.visit(version, access, name, null, OBJECT, interfaces);
        writer.visitSource(source, null);
        writer.visitNestHost(host);
        writeConstructor();
        if (held.length == 0) {
            writeOnlyObject();
        }
        writeFactory();
        return writeMethod() ? Optional.of(writer.toByteArray()) : Optional.empty();
    }

    private static String field(int index) {
        return "held" + index;
    }

    private void writeConstructor() {
        MethodVisitor code = method(Opcodes.ACC_PRIVATE, CONSTRUCTOR, construction);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
        int local = 1;
        for (int i = 0; i < held.length; i++) {
            String type = held[i].getDescriptor();
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), type, null, null);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(held[i].getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type);
            local += held[i].getSize();
        }
        end(code, Opcodes.RETURN);
    }

    private void writeOnlyObject() {
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, type(), null, null);
        MethodVisitor code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
        startConstruction(code, name);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, construction, false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, ONLY, type());
        end(code, Opcodes.RETURN);
    }

    private String type() {
        return Type.getObjectType(name).getDescriptor();
    }

    private void writeFactory() {
        MethodVisitor code = method(Opcodes.ACC_STATIC, FACTORY, lambda.site().getDescriptor());
        if (held.length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name, ONLY, type());
        } else {
            startConstruction(code, name);
            int local = 0;
            for (Type value : held) {
                code.visitVarInsn(value.getOpcode(Opcodes.ILOAD), local);
                local += value.getSize();
            }
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, construction, false);
        }
        end(code, Opcodes.ARETURN);
    }

    private static void startConstruction(MethodVisitor code, String type) {
        code.visitTypeInsn(Opcodes.NEW, type);
        code.visitInsn(Opcodes.DUP);
    }

    /** Answers false when a value can't be converted. */
    private boolean writeMethod() {
        MethodVisitor code =
                method(Opcodes.ACC_PUBLIC, lambda.method(), lambda.erased().getDescriptor());
        if (lambda.constructs()) {
            startConstruction(code, lambda.body().getOwner());
        }
        List<Type> parameters = lambda.bodyParameters();
        boolean known = loadHeld(code, parameters.subList(0, held.length))
                && loadArguments(code, parameters.subList(held.length, parameters.size()));
        code.visitMethodInsn(
                lambda.callOfBody(),
                lambda.body().getOwner(),
                lambda.body().getName(),
                lambda.body().getDesc(),
                lambda.body().isInterface());
        Type result = lambda.erased().getReturnType();
        known &= Conversion.ofResult(lambda.bodyResult(), result).write(code);
        end(code, result.getOpcode(Opcodes.IRETURN));
        return known;
    }

    private boolean loadHeld(MethodVisitor code, List<Type> wanted) {
        boolean known = true;
        for (int i = 0; i < held.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), held[i].getDescriptor());
            known &= new Conversion(held[i], held[i], wanted.get(i)).write(code);
        }
        return known;
    }

    private boolean loadArguments(MethodVisitor code, List<Type> wanted) {
        Type[] erased = lambda.erased().getArgumentTypes();
        Type[] actual = lambda.actual().getArgumentTypes();
        boolean known = true;
        int local = 1;
        for (int i = 0; i < erased.length; i++) {
            code.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), local);
            known &= new Conversion(erased[i], actual[i], wanted.get(i)).write(code);
            local += erased[i].getSize();
        }
        return known;
    }

    private MethodVisitor method(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    /** The sizes are computed by the writer. */
    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
