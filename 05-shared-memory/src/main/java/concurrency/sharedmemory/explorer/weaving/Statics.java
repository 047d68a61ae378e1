package concurrency.sharedmemory.explorer.weaving;

import static concurrency.sharedmemory.explorer.weaving.Weaver.HOOK;
import static concurrency.sharedmemory.explorer.weaving.Weaver.NOTHING;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import concurrency.sharedmemory.explorer.steps.Refusals;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/**
 * Static variables that start afresh in each run.
 *
 * <p>A class that keeps anything that can change gets a method {@code used$}, which runs what was
 * {@code <clinit>} unless the present run has done so. It is called where the JVM would initialise
 * the class: in static methods, in constructors, and before an access to a static variable.
 */
final class Statics {
    static final String INITIALIZER = "initialize$";
    static final String USED = "used$";
    private static final String RUN = "run$";

    private static final Set<String> VALUES =
            Set.of("Ljava/lang/String;", "Ljava/lang/invoke/VarHandle;", "Ljava/time/Duration;");

    private Statics() {}

    static boolean keepsState(Program program, ClassModel type) {
        boolean isInterface = type.flags().has(AccessFlag.INTERFACE); // all is final in it
        return !isInterface && type.fields().stream().anyMatch(field -> canChange(program, field));
    }

    private static boolean canChange(Program program, FieldModel field) {
        if (!field.flags().has(AccessFlag.STATIC) || field.flags().has(AccessFlag.SYNTHETIC))
            return false;
        return !field.flags().has(AccessFlag.FINAL) || !isValue(program, field);
    }

    /** Of a type with nothing in it that can change: a primitive, a String, a record of such. */
    private static boolean isValue(Program program, FieldModel field) {
        String type = field.fieldType().stringValue();
        if (type.length() == 1 || VALUES.contains(type)) return true;
        if (!type.startsWith("L")) return false;
        String name = type.substring(1, type.length() - 1);
        return program.contains(name)
                && program.parsed(name).filter(model -> hasOnlyValues(model)).isPresent();
    }

    private static boolean hasOnlyValues(ClassModel type) {
        return type.flags().has(AccessFlag.FINAL)
                && type.fields().stream()
                        .filter(field -> !field.flags().has(AccessFlag.STATIC))
                        .allMatch(
                                field ->
                                        field.flags().has(AccessFlag.FINAL)
                                                && isSimple(field.fieldType().stringValue()));
    }

    private static boolean isSimple(String type) {
        return type.length() == 1 || VALUES.contains(type);
    }

    /** What an interface has is final for the JVM too, and cannot be made anew. */
    static void refuseStateIn(ClassModel type) {
        if (!type.flags().has(AccessFlag.INTERFACE)) return;
        for (FieldModel field : type.fields())
            if (field.fieldType()
                    .stringValue()
                    .matches("\\[.*|Ljava/util/[^/]*;|Ljava/util/conc.*"))
                throw Refusals.ofClass(
                        "the interface %s keeps something that can change, %s: put it into a class"
                                        .formatted(
                                                type.thisClass().asSymbol().displayName(),
                                                field.fieldName())
                                + ", so that every run starts afresh");
    }

    /** Whether {@code <clinit>} sets it, which only {@code <clinit>} may do while it is final. */
    static boolean isSetByInitializer(FieldModel field) {
        return field.flags().has(AccessFlag.STATIC)
                && field.findAttribute(Attributes.constantValue()).isEmpty();
    }

    static void withoutFinal(ClassBuilder builder, FieldModel field) {
        builder.transformField(
                field,
                (woven, element) -> {
                    if (element instanceof AccessFlags flags)
                        woven.withFlags(flags.flagsMask() & ~ClassFile.ACC_FINAL);
                    else woven.with(element);
                });
    }

    static void weave(ClassBuilder builder, Weaver weaver) {
        int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        builder.withField(RUN, CD_Object, flags);
        builder.withMethodBody(USED, Weaver.NOTHING, flags, code -> writeUsed(code, weaver));
    }

    private static void writeUsed(CodeBuilder code, Weaver weaver) {
        Label done = code.newLabel();
        code.getstatic(weaver.self, RUN, CD_Object);
        code.invokestatic(HOOK, "isFirstUse", MethodTypeDesc.of(CD_boolean, CD_Object));
        code.ifeq(done);
        code.invokestatic(HOOK, "run", MethodTypeDesc.of(CD_Object));
        code.putstatic(weaver.self, RUN, CD_Object);
        weaver.type
                .superclass()
                .filter(weaver::keepsState)
                .ifPresent(above -> code.invokestatic(above.asSymbol(), USED, NOTHING));
        for (FieldModel field : weaver.type.fields())
            if (isSetByInitializer(field)) clear(code, weaver, field);
        if (hasInitializer(weaver.type)) code.invokestatic(weaver.self, INITIALIZER, NOTHING);
        code.labelBinding(done).return_();
    }

    private static void clear(CodeBuilder code, Weaver weaver, FieldModel field) {
        TypeKind kind = TypeKind.from(field.fieldTypeSymbol());
        switch (kind) {
            case REFERENCE -> code.aconst_null();
            case LONG -> code.lconst_0();
            case DOUBLE -> code.dconst_0();
            case FLOAT -> code.fconst_0();
            default -> code.iconst_0();
        }
        code.putstatic(weaver.self, field.fieldName().stringValue(), field.fieldTypeSymbol());
    }

    private static boolean hasInitializer(ClassModel type) {
        return type.methods().stream()
                .anyMatch(method -> method.methodName().equalsString("<clinit>"));
    }
}
