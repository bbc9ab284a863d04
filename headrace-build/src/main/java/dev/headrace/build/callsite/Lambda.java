package dev.headrace.build.callsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or method reference as a call site of {@link java.lang.invoke.LambdaMetafactory#metafactory} describes it.
 *
 * @param method the name of the interface's method
 * @param site from what the lambda holds to the interface
 * @param erased the interface's method as the virtual machine knows it
 * @param body what is called: first with what the lambda holds, then with the arguments
 * @param actual the interface's method with the types that the lambda was written for
 */
record Lambda(String method, Type site, Type erased, Handle body, Type actual) {

    /**
     * Empty when the call site makes anything else, or calls a method past those that override it, which another class can't;
     * the compiler writes a method that does.
     */
    static Optional<Lambda> of(String method, String site, Handle bootstrap, Object[] arguments) {
        boolean lambda = bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && bootstrap.getName().equals("metafactory")
                && ((Handle) arguments[1]).getTag() != Opcodes.H_INVOKESPECIAL;
        return lambda
                ? Optional.of(
                        new Lambda(method, Type.getMethodType(site), (Type) arguments[0], (Handle) arguments[1], (Type)
                                arguments[2]))
                : Optional.empty();
    }

    Type implemented() {
        return site.getReturnType();
    }

    Type[] held() {
        return site.getArgumentTypes();
    }

    boolean constructs() {
        return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    Type bodyOwner() {
        return Type.getObjectType(body.getOwner());
    }

    /** What the body is called with; an object that it is called on comes first. */
    List<Type> bodyParameters() {
        List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
        if (!constructs() && body.getTag() != Opcodes.H_INVOKESTATIC) {
            parameters.add(0, bodyOwner());
        }
        return parameters;
    }

    Type bodyResult() {
        return constructs() ? bodyOwner() : Type.getReturnType(body.getDesc());
    }

    /**
     * The instruction that calls the body. Private methods are called like others: the class that stands for the lambda is
     * of the same nest, not of the same class.
     */
    int callOfBody() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }
}
