package concurrency.sharedmemory.explorer.weaving;

import static java.lang.constant.ConstantDescs.CD_CallSite;
import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;

import concurrency.sharedmemory.explorer.steps.Callee;
import concurrency.sharedmemory.explorer.steps.Hook;
import concurrency.sharedmemory.explorer.steps.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Which calls of the JDK's methods are handed over to {@code Calls}: those that may touch what
 * threads share, and those that act on threads. Such a call becomes an {@code invokedynamic} with
 * the same arguments on the stack, which {@link Hook#link} links.
 */
final class Handover {
    private static final DirectMethodHandleDesc LINK =
            ConstantDescs.ofCallsiteBootstrap(
                    Weaver.HOOK, "link", CD_CallSite, CD_MethodHandle, CD_Class, CD_String, CD_int);

    private static final Set<String> WAITING =
            Set.of("wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");

    /** Of java.util, what has nothing that can change. */
    private static final Set<String> HARMLESS =
            Set.of("Optional", "OptionalInt", "OptionalLong", "OptionalDouble", "Locale", "UUID");

    private static final Set<String> OTHERS =
            Set.of(
                    "java/lang/Iterable",
                    "java/lang/StringBuffer",
                    "java/lang/StringBuilder",
                    "java/lang/invoke/VarHandle",
                    "java/lang/invoke/MethodHandles$Lookup",
                    "java/lang/reflect/Array",
                    "java/lang/reflect/Field");

    private Handover() {}

    static boolean isHandedOver(Program program, String owner, String method, String descriptor) {
        if (method.equals("<init>")) return false;
        if (WAITING.contains(method + descriptor)) return true; // they are final in Object
        return program.calledOutside(owner, method, descriptor).stream()
                .anyMatch(outside -> isWatched(outside, method, descriptor));
    }

    private static boolean isWatched(String owner, String method, String descriptor) {
        if (owner.startsWith("java/util/concurrent/") || OTHERS.contains(owner)) return true;
        if (owner.startsWith("java/util/stream/")) return true;
        if (owner.startsWith("com/google/common/collect/")) return true;
        if (owner.equals("java/util/Objects")) return method.matches("toString|hash.*|.*[eE]quals");
        if (owner.startsWith("java/util/") && owner.indexOf('/', 10) < 0)
            return !HARMLESS.contains(owner.substring(10));
        if (owner.equals("java/lang/Thread")) return !isAboutItself(method);
        if (owner.startsWith("java/lang/Thread$Builder")) return true;
        if (owner.equals("java/lang/System")) return method.equals("arraycopy");
        return showsObjects(owner, descriptor);
    }

    private static boolean isAboutItself(String method) {
        return Set.of("currentThread", "getName", "threadId", "isVirtual", "isDaemon")
                .contains(method);
    }

    /** As in {@code String.valueOf(list)}, which reads the list. */
    private static boolean showsObjects(String owner, String descriptor) {
        boolean shows =
                owner.equals("java/lang/String")
                        || owner.equals("java/lang/IO")
                        || owner.equals("java/io/PrintStream");
        return shows && descriptor.matches("\\(.*(Ljava/lang/Object|Iterable|CharSequence);.*");
    }

    /** In place of this call. */
    static void call(CodeBuilder code, Weaver weaver, InvokeInstruction call, int line) {
        Kind kind =
                switch (call.opcode()) {
                    case INVOKESTATIC -> call.isInterface() ? Kind.INTERFACE_STATIC : Kind.STATIC;
                    case INVOKEINTERFACE -> Kind.INTERFACE_VIRTUAL;
                    case INVOKESPECIAL ->
                            call.isInterface() ? Kind.INTERFACE_SPECIAL : Kind.SPECIAL;
                    default -> call.isInterface() ? Kind.INTERFACE_VIRTUAL : Kind.VIRTUAL;
                };
        ClassDesc owner = call.owner().asSymbol();
        String name = call.name().stringValue();
        var method = MethodHandleDesc.ofMethod(kind, owner, name, call.typeSymbol());
        MethodTypeDesc type = method.invocationType();
        if (kind == Kind.SPECIAL) type = type.changeParameterType(0, weaver.self);
        link(code, weaver, method, type, line);
    }

    /** Links a call of this method, of which {@code Calls} is told. */
    static void link(
            CodeBuilder code,
            Weaver weaver,
            DirectMethodHandleDesc method,
            MethodTypeDesc type,
            int line) {
        String name = method.methodName();
        int site = Site.number(Site.ofMethod(weaver.file, line, name));
        Callee.Kind kind =
                switch (method.kind()) {
                    case STATIC, INTERFACE_STATIC -> Callee.Kind.STATIC;
                    case SPECIAL, INTERFACE_SPECIAL -> Callee.Kind.SUPER;
                    default -> Callee.Kind.VIRTUAL;
                };
        code.invokedynamic(
                DynamicCallSiteDesc.of(
                        LINK, name, type, method, method.owner(), kind.name(), site));
    }
}
