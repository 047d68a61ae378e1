package concurrency.sharedmemory.explorer.weaving;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * The method references of a class. One to a method of which each call is to be seen, as in {@code
 * lock::unlock}, becomes a lambda with that call in it, as javac would write it.
 */
final class References {
    /**
     * A reference and its lambda.
     *
     * @param type the parameters and the result of the lambda, which may say more of the parameters
     *     than the method does
     */
    private record Reference(DirectMethodHandleDesc method, MethodTypeDesc type) {}

    private final Weaver weaver;
    private final List<Reference> all = new ArrayList<>();

    References(Weaver weaver) {
        this.weaver = weaver;
    }

    /** Mostly this makes the object of a lambda or a method reference. */
    void link(CodeBuilder code, InvokeDynamicInstruction dynamic) {
        MethodTypeDesc captured = dynamic.typeSymbol();
        code.invokedynamic(
                DynamicCallSiteDesc.of(
                        dynamic.bootstrapMethod(),
                        dynamic.name().stringValue(),
                        captured,
                        dynamic.bootstrapArgs().stream()
                                .map(argument -> lambdaFor(argument, captured.parameterList()))
                                .toArray(ConstantDesc[]::new)));
    }

    /**
     * The lambda in place of a method reference that is to be seen; anything else as it is.
     *
     * @param captured what the reference is bound to: as in {@code door::notifyAll} a Door, though
     *     the method is Object's
     */
    private ConstantDesc lambdaFor(ConstantDesc argument, List<ClassDesc> captured) {
        if (!(argument instanceof DirectMethodHandleDesc method) || !isSeen(method))
            return argument;
        MethodTypeDesc type = method.invocationType();
        for (int i = 0; i < captured.size(); i++)
            type = type.changeParameterType(i, captured.get(i));
        all.add(new Reference(method, type));
        boolean inInterface = weaver.type.flags().has(AccessFlag.INTERFACE);
        Kind kind = inInterface ? Kind.INTERFACE_STATIC : Kind.STATIC;
        return MethodHandleDesc.ofMethod(kind, weaver.self, name(all.size() - 1), type);
    }

    private boolean isSeen(DirectMethodHandleDesc method) {
        String owner = method.owner().descriptorString();
        if (!owner.startsWith("L")) return false;
        owner = owner.substring(1, owner.length() - 1);
        return switch (method.kind()) {
            case CONSTRUCTOR -> !weaver.program.contains(owner);
            case STATIC, INTERFACE_STATIC, VIRTUAL, INTERFACE_VIRTUAL, SPECIAL ->
                    Handover.isHandedOver(
                            weaver.program, owner, method.methodName(), method.lookupDescriptor());
            default -> false;
        };
    }

    private static String name(int number) {
        return "reference$" + number;
    }

    /** Adds the lambdas to the class. */
    void weave(ClassBuilder builder) {
        for (int i = 0; i < all.size(); i++) {
            Reference reference = all.get(i);
            builder.withMethodBody(
                    name(i),
                    reference.type,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> body(code, reference));
        }
    }

    private void body(CodeBuilder code, Reference reference) {
        DirectMethodHandleDesc method = reference.method;
        boolean makes = method.kind() == Kind.CONSTRUCTOR;
        if (makes) code.new_(method.owner()).dup();
        int slot = 0;
        for (ClassDesc parameter : reference.type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        if (makes) {
            MethodTypeDesc constructor = method.invocationType().changeReturnType(CD_void);
            code.invokespecial(method.owner(), "<init>", constructor).dup();
            Weaver.hook(code, "made", CD_Object);
        } else Handover.link(code, weaver, method, method.invocationType(), 0);
        code.return_(TypeKind.from(reference.type.returnType()));
    }
}
