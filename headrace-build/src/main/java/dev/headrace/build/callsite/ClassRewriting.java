package dev.headrace.build.callsite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * A class without what Java would link when it first comes there, as far as it is known here, and the classes that stand for
 * its lambdas. A call site becomes the call of a static method of the same type: of {@link LambdaClass#FACTORY}, or of one
 * that a record gets for {@code equals}, {@code hashCode} and {@code toString}. Lambdas that need more than
 * {@link LambdaClass} can do, such as serializable ones, stay what they are.
 */
final class ClassRewriting extends ClassVisitor {

    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final List<RecordMethod> recordMethods = new ArrayList<>();
    private String name = "";
    private String host = "";
    private @Nullable String source;
    private int version;

    private ClassRewriting(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    static ClassRewriting of(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassRewriting rewriting = new ClassRewriting(new ClassWriter(0));
        reader.accept(rewriting, 0);
        return rewriting;
    }

    byte[] bytes() {
        return ((ClassWriter) cv).toByteArray();
    }

    /** The classes that stand for lambdas by name, with slashes. */
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
                Optional<Lambda> lambda = Lambda.of(called, type, bootstrap, arguments);
                Optional<String> standIn = lambda.flatMap(found -> classOf(found));
                Optional<RecordMethod> ofRecord = RecordMethod.of(called, type, bootstrap, arguments);
                if (standIn.isPresent()) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, standIn.get(), LambdaClass.FACTORY, type, false);
                } else if (ofRecord.isPresent()) {
                    recordMethods.add(ofRecord.get());
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, name, ofRecord.get().name(), type, false);
                } else {
                    super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
                }
            }
        };
    }

    @Override
    public void visitEnd() {
        recordMethods.forEach(method -> method.addTo(cv));
        super.visitEnd();
    }

    private Optional<String> classOf(Lambda lambda) {
        String own = name + "$$Lambda" + (made.size() + 1);
        Optional<byte[]> written = new LambdaClass(own, lambda).bytes(version, host, source);
        written.ifPresent(bytes -> made.put(own, bytes));
        return written.map(bytes -> own);
    }
}
