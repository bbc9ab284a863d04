package dev.headrace.build.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class whose lambdas are objects of classes that exist, and those classes. Where the class had a call site that made the
 * object, it has a call of {@link LambdaClass#FACTORY} with the same type. Lambdas that need more than
 * {@link LambdaClass} can do, such as serializable ones, stay what they are.
 */
final class LambdaReplacement extends ClassVisitor {

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private String name = "";
    private String host = "";
    private @Nullable String source;
    private int version;

    private LambdaReplacement(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    static LambdaReplacement of(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        LambdaReplacement replacement = new LambdaReplacement(new ClassWriter(reader, 0));
        reader.accept(replacement, 0);
        return replacement;
    }

    byte[] bytes() {
        return ((ClassWriter) cv).toByteArray();
    }

    /** By name, with slashes. */
    Map<String, byte[]> made() {
        return made;
    }

    /** The name of the class that speaks for the nest: the outermost one. */
    String host() {
        return host;
    }

    @Override
    public void visit(
            int classVersion, int access, String className, String signature, String parent, String[] interfaces) {
        version = classVersion;
        name = className;
        host = className;
        super.visit(classVersion, access, className, signature, parent, interfaces);
    }

    @Override
    public void visitSource(String file, String debug) {
        source = file;
        super.visitSource(file, debug);
    }

    @Override
    public void visitNestHost(String nestHost) {
        host = nestHost;
        super.visitNestHost(nestHost);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(api, super.visitMethod(access, method, descriptor, signature, exceptions)) {
            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                Optional<String> instead =
                        Lambda.of(called, type, bootstrap, arguments).flatMap(found -> classOf(found));
                if (instead.isPresent()) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, instead.get(), LambdaClass.FACTORY, type, false);
                } else {
                    super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
                }
            }
        };
    }

    private Optional<String> classOf(Lambda lambda) {
        String own = name + "$$Lambda" + (made.size() + 1);
        Optional<byte[]> written = new LambdaClass(own, lambda).bytes(version, host, source);
        written.ifPresent(bytes -> made.put(own, bytes));
        return written.map(bytes -> own);
    }
}
