package concurrency.sharedmemory.explorer.weaving;

import static java.lang.constant.ConstantDescs.CD_void;

import concurrency.sharedmemory.explorer.steps.Hook;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/**
 * Rewrites a class file: before each instruction that touches memory comes a call of {@link Hook},
 * which waits for the thread's turn. The instruction itself stays, except that locks and calls of
 * the JDK's classes are handed over; {@link MethodWeaver} does this. Line numbers and the names of
 * variables stay too, so that a debugger stops where it should.
 *
 * <p>What is done to a class as a whole is about its static variables. A run must find them as they
 * are in a new program, and a class is initialised only once. So of a class that keeps something
 * that can change, {@code <clinit>} becomes an ordinary method, which the first use in each run
 * calls (see {@link Statics}).
 */
final class Weaver {
    static final ClassDesc HOOK = Hook.class.describeConstable().orElseThrow();
    static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);

    final Program program;
    final ClassModel type;
    final ClassDesc self;
    final String file;
    final boolean keepsState;
    final References references = new References(this);

    Weaver(Program program, ClassModel type) {
        this.program = program;
        this.type = type;
        self = type.thisClass().asSymbol();
        Statics.refuseStateIn(type);
        keepsState = Statics.keepsState(program, type);
        file =
                type.findAttribute(Attributes.sourceFile())
                        .map(attribute -> attribute.sourceFile().stringValue())
                        .orElseGet(type.thisClass()::asInternalName);
    }

    byte[] woven() {
        return ClassFile.of(ClassHierarchyResolverOption.of(hierarchy()))
                .build(type.thisClass(), ConstantPoolBuilder.of(type), this::weave);
    }

    private ClassHierarchyResolver hierarchy() {
        return ClassHierarchyResolver.ofResourceParsing(type -> program.file(internal(type)))
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
    }

    private static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    private void weave(ClassBuilder builder) {
        for (ClassElement element : type)
            switch (element) {
                case MethodModel method -> weave(builder, method);
                case FieldModel field when keepsState && Statics.isSetByInitializer(field) ->
                        Statics.withoutFinal(builder, field);
                default -> builder.with(element);
            }
        references.weave(builder);
        if (keepsState) Statics.weave(builder, this);
    }

    private void weave(ClassBuilder builder, MethodModel method) {
        Optional<CodeModel> code = method.code();
        if (code.isEmpty()) {
            builder.with(method);
            return;
        }
        if (keepsState && method.methodName().equalsString("<clinit>")) {
            builder.withMethodBody(
                    Statics.INITIALIZER,
                    NOTHING,
                    ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    to -> to.transform(code.get(), new MethodWeaver(this, method)));
            return;
        }
        builder.transformMethod(
                method,
                (woven, element) -> {
                    switch (element) {
                        case CodeModel body ->
                                woven.transformCode(body, new MethodWeaver(this, method));
                        case AccessFlags flags ->
                                woven.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
                        default -> woven.with(element);
                    }
                });
    }

    /** Whether this class keeps something in static variables that each run needs anew. */
    boolean keepsState(ClassEntry other) {
        if (other.equals(type.thisClass())) return keepsState;
        return program.contains(other.asInternalName())
                && program.parsed(other.asInternalName())
                        .filter(model -> Statics.keepsState(program, model))
                        .isPresent();
    }

    static void hook(CodeBuilder code, String name, ClassDesc... parameters) {
        code.invokestatic(HOOK, name, MethodTypeDesc.of(CD_void, parameters));
    }
}
