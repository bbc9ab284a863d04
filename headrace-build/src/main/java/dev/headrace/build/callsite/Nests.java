package dev.headrace.build.callsite;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Which classes join which nest. A class that stands for a lambda calls private methods of the class that the lambda stands
 * in, which classes of one nest may; the nest's host has to name it for that (Java Virtual Machine Specification, 4.7.29).
 */
final class Nests {

    private final Map<String, Set<String>> members = new HashMap<>();

    void add(String host, Collection<String> joining) {
        members.computeIfAbsent(host, none -> new TreeSet<>()).addAll(joining);
    }

    /** The class as it is, or, where it is a host, with its new members. */
    byte[] withMembers(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Set<String> joining = members.getOrDefault(reader.getClassName(), Set.of());
        if (joining.isEmpty()) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(joined(writer, List.copyOf(joining)), 0);
        return writer.toByteArray();
    }

    private static ClassVisitor joined(ClassWriter writer, List<String> joining) {
        return new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitEnd() {
                joining.forEach(this::visitNestMember);
                super.visitEnd();
            }
        };
    }
}
