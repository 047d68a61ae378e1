package concurrency.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import concurrency.mutation.Mutant.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Finds what can be taken out of a source file: one mutant for each place. */
final class Mutator extends TreeScanner<Void, Void> {
    private static final Map<String, String> ONE_FOR_ALL =
            Map.of("notifyAll", "notify", "signalAll", "signal");

    /**
     * Calls that are one step, and the same in two: first as a value, then as a statement. {@code
     * $} is the receiver, {@code #} and {@code @} are the arguments; {@code between} is {@link
     * Seam#between}, and nothing in a program that the explorer runs, which tries all that can come
     * between two steps.
     */
    private static final Map<String, List<String>> IN_TWO_STEPS =
            Map.of(
                    "incrementAndGet",
                    List.of(
                            "($.getAndSet(between($.get()) + 1) + 1)",
                            "$.set(between($.get()) + 1)"),
                    "decrementAndGet",
                    List.of(
                            "($.getAndSet(between($.get()) - 1) - 1)",
                            "$.set(between($.get()) - 1)"),
                    "getAndIncrement",
                    List.of("$.getAndSet(between($.get()) + 1)"),
                    "getAndDecrement",
                    List.of("$.getAndSet(between($.get()) - 1)"),
                    "compareAndSet",
                    List.of(
                            "(between($.get()) == (#) && ($.getAndSet(@) || true))",
                            "(between($.get()) == (#) && ($.getAndSet(@) == 0 || true))",
                            "(between($.get()) == (#) && ($.getAndSet(@) == null || true))",
                            "if (between($.get()) == (#)) $.set(@)"),
                    "putIfAbsent",
                    List.of(
                            "(between($.containsKey(#)) ? $.get(#) : $.put(#, @) == @ ? @ : null)",
                            "if (!between($.containsKey(#))) $.put(#, @)"));

    private static final String SEAM = Seam.class.getName() + ".between";

    private final Path file;
    private final String source;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutator(Path file, String source, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.source = source;
        this.unit = unit;
        this.positions = positions;
    }

    /** The mutants of this file, from its top to its bottom. */
    static List<Mutant> of(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, null, null, null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            var mutator =
                    new Mutator(
                            file,
                            Files.readString(file),
                            unit,
                            Trees.instance(task).getSourcePositions());
            mutator.scan(unit, null);
            return mutator.mutants;
        }
    }

    @Override
    public Void visitModifiers(ModifiersTree modifiers, Void nothing) {
        for (Modifier modifier : Set.of(Modifier.SYNCHRONIZED, Modifier.VOLATILE))
            if (modifiers.getFlags().contains(modifier)) {
                int start = source.indexOf(modifier.toString(), start(modifiers));
                add(start, modifier + " dropped", cut(start, start + modifier.toString().length()));
            }
        return super.visitModifiers(modifiers, null);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree block, Void nothing) {
        add(block, "synchronized dropped", cut(start(block), start(block.getBlock())));
        List<? extends StatementTree> inside = block.getBlock().getStatements();
        if (inside.size() == 1 && inside.getFirst() instanceof SynchronizedTree inner)
            add(block, "acquisitions swapped", swap(block.getExpression(), inner.getExpression()));
        return super.visitSynchronized(block, null);
    }

    /** Not {@code main}: what that prints is held against the pages. {@code variants} is for it. */
    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (Set.of("main", "variants").contains(method.getName().toString())) return null;
        var locks = new ArrayList<ExpressionStatementTree>();
        var unlocks = new ArrayList<ExpressionStatementTree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitExpressionStatement(ExpressionStatementTree statement, Void none) {
                if (Set.of("lock", "lockInterruptibly").contains(called(statement)))
                    locks.add(statement);
                if (called(statement).equals("unlock")) unlocks.add(statement);
                return super.visitExpressionStatement(statement, null);
            }
        }.scan(method, null);
        for (ExpressionStatementTree lock : locks) {
            List<Edit> edits = new ArrayList<>(List.of(cut(lock)));
            for (ExpressionStatementTree unlock : unlocks)
                if (receiver(unlock).equals(receiver(lock))) edits.add(cut(unlock));
            if (edits.size() > 1) add(lock, "lock and unlock dropped", edits);
        }
        return super.visitMethod(method, null);
    }

    @Override
    public Void visitBlock(BlockTree block, Void nothing) {
        for (int i = 0; i + 1 < block.getStatements().size(); i++) {
            StatementTree first = block.getStatements().get(i);
            StatementTree second = block.getStatements().get(i + 1);
            if (isAcquisition(first) && isAcquisition(second))
                add(first, "acquisitions swapped", swap(first, second));
        }
        return super.visitBlock(block, null);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void nothing) {
        String body = text(loop.getStatement());
        if (body.matches("(?s).*\\b(wait|await|awaitUninterruptibly)\\(\\).*"))
            add(loop, "if for while", new Edit(start(loop), start(loop) + 5, "if"));
        return super.visitWhileLoop(loop, null);
    }

    @Override
    public Void visitTry(TryTree attempt, Void nothing) {
        if (attempt.getFinallyBlock() != null && canFail(attempt)) {
            int start = start(attempt);
            int block = start(attempt.getFinallyBlock());
            int word = source.lastIndexOf("finally", block);
            String failed = "failed" + start;
            add(
                    attempt.getFinallyBlock(),
                    "finally only after success",
                    new Edit(start, start, "boolean[] " + failed + " = {false}; try { "),
                    new Edit(
                            word,
                            block,
                            "finally {} } catch (Throwable thrown) { "
                                    + failed
                                    + "[0] = true; throw thrown; } finally { if (!"
                                    + failed
                                    + "[0]) "),
                    new Edit(end(attempt), end(attempt), " }"));
        }
        return super.visitTry(attempt, null);
    }

    /** What calls nothing and makes nothing throws nothing here. */
    private static boolean canFail(TryTree attempt) {
        var calls = new AtomicBoolean();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                calls.set(true);
                return null;
            }

            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                calls.set(true);
                return null;
            }
        }.scan(attempt.getBlock(), null);
        return calls.get();
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        if (Set.of("Semaphore", "CountDownLatch").contains(made.getIdentifier().toString())) {
            Tree permits = made.getArguments().getFirst();
            add(made, "one more", new Edit(start(permits), end(permits), text(permits) + " + 1"));
            add(made, "one less", new Edit(start(permits), end(permits), text(permits) + " - 1"));
        }
        return super.visitNewClass(made, null);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree statement, Void nothing) {
        if (called(statement).equals("join")) add(statement, "join dropped", cut(statement));
        if (text(statement).equals("Thread.currentThread().interrupt();"))
            add(statement, "interrupt not restored", cut(statement));
        return super.visitExpressionStatement(statement, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String name = called(call);
        if (ONE_FOR_ALL.containsKey(name)) {
            int start = end(call.getMethodSelect()) - name.length();
            add(call, "one woken", new Edit(start, start + name.length(), ONE_FOR_ALL.get(name)));
        }
        if (name.equals("newSingleThreadExecutor"))
            add(
                    call,
                    "two threads for one",
                    new Edit(
                            end(call.getMethodSelect()) - name.length(),
                            end(call.getMethodSelect()) + 1,
                            call.getArguments().isEmpty()
                                    ? "newFixedThreadPool(2"
                                    : "newFixedThreadPool(2, "));
        if (IN_TWO_STEPS.containsKey(name) && call.getMethodSelect() instanceof MemberSelectTree)
            mutants.add(
                    new Mutant(
                            file,
                            line(start(call)),
                            name + " in two steps",
                            IN_TWO_STEPS.get(name).stream()
                                    .map(steps -> inTwoSteps(call, steps))
                                    .toList()));
        return super.visitMethodInvocation(call, null);
    }

    private String inTwoSteps(MethodInvocationTree call, String steps) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        var text = new StringBuilder();
        boolean explored = source.contains("Explorable");
        for (char c : steps.replace("between", explored ? "" : SEAM).toCharArray())
            switch (c) {
                case '$' -> text.append(receiver(call));
                case '#' -> text.append(text(arguments.getFirst()));
                case '@' -> text.append(text(arguments.getLast()));
                default -> text.append(c);
            }
        return Mutant.edited(source, List.of(new Edit(start(call), end(call), text.toString())));
    }

    private static boolean isAcquisition(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                && Set.of("lock", "lockInterruptibly", "acquire", "acquireUninterruptibly")
                        .contains(called(expression));
    }

    private static String called(ExpressionStatementTree statement) {
        return statement.getExpression() instanceof MethodInvocationTree call ? called(call) : "";
    }

    private static String called(MethodInvocationTree call) {
        String name = call.getMethodSelect().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String receiver(ExpressionStatementTree statement) {
        return receiver((MethodInvocationTree) statement.getExpression());
    }

    private String receiver(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? text(select.getExpression())
                : "";
    }

    private void add(Tree where, String kind, Edit... edits) {
        add(where, kind, List.of(edits));
    }

    private void add(Tree where, String kind, List<Edit> edits) {
        add(start(where), kind, edits.toArray(Edit[]::new));
    }

    private void add(int start, String kind, Edit... edits) {
        String text = Mutant.edited(source, List.of(edits));
        mutants.add(new Mutant(file, line(start), kind, List.of(text)));
    }

    private List<Edit> swap(Tree a, Tree b) {
        return List.of(new Edit(start(a), end(a), text(b)), new Edit(start(b), end(b), text(a)));
    }

    private Edit cut(ExpressionStatementTree statement) {
        return new Edit(start(statement), end(statement), ";");
    }

    private static Edit cut(int start, int end) {
        return new Edit(start, end, "");
    }

    private String text(Tree tree) {
        return source.substring(start(tree), end(tree));
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private long line(int position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
