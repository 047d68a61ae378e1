package concurrency.sharedmemory.explorer.weaving;

import static concurrency.sharedmemory.explorer.weaving.Weaver.hook;
import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;

import concurrency.sharedmemory.explorer.steps.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/** The code of one method, instruction by instruction. */
final class MethodWeaver implements CodeTransform {
    private final Weaver weaver;
    private final MethodModel method;
    private final boolean isSynchronized;
    private final boolean isStatic;
    private final boolean isClassInit;
    private final boolean isConstructor;
    private final List<LocalVariable> variables = new ArrayList<>();

    private int line;

    /** In a constructor, before it has called another one. */
    private boolean thisIsRaw;

    /** How many objects are made but have not yet been constructed. */
    private int news;

    /** The array that was just loaded is one of the compiler's: of an enum or a switch. */
    private boolean compilersArray;

    /** The slot of the reference that was stored just now, or -1. */
    private int stored = -1;

    private Label start;

    MethodWeaver(Weaver weaver, MethodModel method) {
        this.weaver = weaver;
        this.method = method;
        isSynchronized = method.flags().has(AccessFlag.SYNCHRONIZED);
        isStatic = method.flags().has(AccessFlag.STATIC);
        isClassInit = method.methodName().equalsString("<clinit>");
        isConstructor = method.methodName().equalsString("<init>");
        thisIsRaw = isConstructor;
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (isClassInit) hook(code, "enterInit");
        else if (weaver.keepsState && (isStatic || thisIsRaw))
            code.invokestatic(weaver.self, Statics.USED, Weaver.NOTHING);
        if (!isSynchronized) return;
        line = firstLine();
        monitor(code, "enter");
        start = code.newBoundLabel();
    }

    @Override
    public void atEnd(CodeBuilder code) {
        if (!isSynchronized) return;
        Label end = code.newBoundLabel();
        monitor(code, "exit");
        code.athrow();
        code.exceptionCatchAll(start, end, end);
    }

    private int firstLine() {
        for (CodeElement element : method.code().orElseThrow())
            if (element instanceof LineNumber number) return number.line();
        return 0;
    }

    private void monitor(CodeBuilder code, String enterOrExit) {
        if (isStatic) code.loadConstant(weaver.self);
        else code.aload(0);
        code.loadConstant(site(null));
        hook(code, enterOrExit, CD_Object, CD_int);
    }

    /** The number of a place that is no field. */
    private int site(String name) {
        return Site.number(Site.ofMethod(weaver.file, line, name));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        before(code, element);
        if (!isReplaced(code, element)) code.with(element);
        after(code, element);
    }

    private void before(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber number -> line = number.line();
            case LocalVariable variable -> variables.add(variable);
            case FieldInstruction access -> beforeField(code, access);
            case ArrayLoadInstruction _ -> beforeLoad(code);
            case ArrayStoreInstruction store -> beforeStore(code, store);
            case ReturnInstruction _ when isSynchronized -> monitor(code, "exit");
            case ReturnInstruction _ when isClassInit -> hook(code, "exitInit");
            case ReturnInstruction _ when isConstructor -> {
                code.aload(0);
                code.loadConstant(weaver.self);
                hook(code, "constructed", CD_Object, CD_Class);
            }
            case NewObjectInstruction _ -> news++;
            case InvokeInstruction call when isConstructor(call) -> beforeConstructor(code, call);
            case InvokeInstruction call when isClone(call) -> {
                if (!isCompilersArray()) copied(code, "clone");
            }
            default -> {}
        }
    }

    private boolean isReplaced(CodeBuilder code, CodeElement element) {
        switch (element) {
            case MonitorInstruction monitor -> {
                code.loadConstant(site(null));
                boolean enters = monitor.opcode() == Opcode.MONITORENTER;
                hook(code, enters ? "enter" : "exit", CD_Object, CD_int);
            }
            case InvokeInstruction call when isHandedOver(call) ->
                    Handover.call(code, weaver, call, line);
            case InvokeDynamicInstruction dynamic -> weaver.references.link(code, dynamic);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void after(CodeBuilder code, CodeElement element) {
        switch (element) {
            case NewPrimitiveArrayInstruction _ -> made(code);
            case NewReferenceArrayInstruction _ -> made(code);
            case NewMultiArrayInstruction _ -> made(code);
            case InvokeInstruction call when isConstructor(call) -> afterConstructor(code, call);
            case InvokeInstruction call when returnsSomethingNew(call) -> made(code);
            case StoreInstruction store when store.typeKind() == TypeKind.REFERENCE -> {
                stored = store.slot();
                return;
            }
            case LabelTarget target when stored >= 0 -> named(code, target.label());
            case LineNumber _ -> {
                return;
            }
            default -> {}
        }
        stored = -1;
    }

    // ---- fields and array elements

    private void beforeField(CodeBuilder code, FieldInstruction access) {
        String owner = access.owner().asInternalName();
        String name = access.name().stringValue();
        FieldModel field = weaver.program.field(owner, name).orElse(null);
        if (field == null) return;
        if (field.flags().has(AccessFlag.SYNTHETIC)) {
            compilersArray = access.type().stringValue().startsWith("[");
            return;
        }
        boolean ofClass = field.flags().has(AccessFlag.STATIC);
        boolean writes = access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC;
        var declaring = field.parent().orElseThrow().thisClass();
        if (ofClass && !isClassInit && weaver.keepsState(declaring))
            code.invokestatic(declaring.asSymbol(), Statics.USED, Weaver.NOTHING);
        if (writes && TypeKind.from(access.typeSymbol()) == TypeKind.REFERENCE) named(code, name);
        if (writes && thisIsRaw) return;
        boolean isFinal = field.flags().has(AccessFlag.FINAL);
        if (isFinal && ofClass) return;
        String declaredIn = declaring.asSymbol().descriptorString();
        int site = Site.number(Site.ofField(weaver.file, line, declaredIn, name));
        if (writes) write(code, access, ofClass, site);
        else if (isFinal) {
            code.dup();
            code.loadConstant(site);
            hook(code, "readFinal", CD_Object, CD_int);
        } else {
            if (ofClass) code.loadConstant(declaring.asSymbol());
            else code.dup();
            code.loadConstant(site);
            hook(code, "read", CD_Object, CD_int);
        }
    }

    /** Under the value on the stack is the object; both have to be there again afterwards. */
    private void write(CodeBuilder code, FieldInstruction access, boolean ofClass, int site) {
        TypeKind kind = TypeKind.from(access.typeSymbol());
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value);
        if (ofClass) code.loadConstant(access.owner().asSymbol());
        else code.dup();
        loadReference(code, kind, value);
        code.loadConstant(site);
        hook(code, "write", CD_Object, CD_Object, CD_int);
        code.loadLocal(kind, value);
    }

    private static void loadReference(CodeBuilder code, TypeKind kind, int slot) {
        if (kind == TypeKind.REFERENCE) code.aload(slot);
        else code.aconst_null();
    }

    private void beforeLoad(CodeBuilder code) {
        if (isCompilersArray()) return;
        code.dup2();
        code.loadConstant(site(null));
        hook(code, "readElement", CD_Object, CD_int, CD_int);
    }

    private boolean isCompilersArray() {
        boolean was = compilersArray;
        compilersArray = false;
        return was;
    }

    private void beforeStore(CodeBuilder code, ArrayStoreInstruction store) {
        TypeKind kind = store.typeKind();
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value);
        code.dup2();
        loadReference(code, kind, value);
        code.loadConstant(site(null));
        hook(code, "writeElement", CD_Object, CD_int, CD_Object, CD_int);
        code.loadLocal(kind, value);
    }

    // ---- calls

    private static boolean isConstructor(InvokeInstruction call) {
        return call.name().equalsString("<init>");
    }

    private static boolean isClone(InvokeInstruction call) {
        return call.owner().asInternalName().startsWith("[") && call.name().equalsString("clone");
    }

    private boolean isHandedOver(InvokeInstruction call) {
        return Handover.isHandedOver(
                weaver.program,
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.type().stringValue());
    }

    private boolean returnsSomethingNew(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        if (weaver.program.contains(owner) || isHandedOver(call)) return false;
        String type = call.typeSymbol().returnType().descriptorString();
        return isClone(call) || type.startsWith("[") || type.startsWith("Ljava/util/");
    }

    /** As in {@code new ArrayList<>(list)}, which reads the list: it is the last argument. */
    private void beforeConstructor(CodeBuilder code, InvokeInstruction call) {
        if (weaver.program.contains(call.owner().asInternalName())) return;
        var parameters = call.typeSymbol().parameterList();
        if (parameters.isEmpty() || parameters.getLast().isPrimitive()) return;
        copied(code, "new " + call.owner().asSymbol().displayName());
    }

    private void copied(CodeBuilder code, String by) {
        code.dup();
        code.loadConstant(site(by));
        hook(code, "copied", CD_Object, CD_int);
    }

    private void afterConstructor(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        if (thisIsRaw && news == 0) {
            thisIsRaw = false;
            if (owner.equals(weaver.type.thisClass().asInternalName())) return;
            code.aload(0);
            hook(code, "made", CD_Object);
        } else {
            news--;
            if (!weaver.program.contains(owner)) made(code);
        }
    }

    // ---- who made it, and what it is called

    private static void made(CodeBuilder code) {
        code.dup();
        hook(code, "made", CD_Object);
    }

    private void named(CodeBuilder code, String name) {
        code.dup();
        code.loadConstant(name);
        hook(code, "named", CD_Object, CD_String);
    }

    /** What was just stored is called like its variable. */
    private void named(CodeBuilder code, Label here) {
        for (LocalVariable variable : variables)
            if (variable.slot() == stored && variable.startScope().equals(here)) {
                code.aload(stored);
                code.loadConstant(variable.name().stringValue());
                hook(code, "named", CD_Object, CD_String);
                return;
            }
    }
}
