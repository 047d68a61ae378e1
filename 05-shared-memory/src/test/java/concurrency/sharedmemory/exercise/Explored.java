package concurrency.sharedmemory.exercise;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.fail;

import concurrency.sharedmemory.explorer.Explorer;
import concurrency.sharedmemory.explorer.Interleaving;
import concurrency.sharedmemory.explorer.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the explorer says to an answer.
 *
 * @param strange what the answer uses besides the locks and variables that it was given; then there
 *     is nothing more to say
 * @param failure the first schedule that goes wrong
 */
record Explored(Optional<String> strange, Optional<Interleaving> failure) {
    private static final String HINT =
            """


            Hint: the explorer puts in order what goes through the locks and variables that it hands \
            over, and sees nothing else. They are enough.""";

    /**
     * Runs the scenario in every order of its steps.
     *
     * @param answer the learner's class
     * @param fields the types that its fields may have
     */
    static Explored of(Class<?> answer, Set<Class<?>> fields, Supplier<Scenario> scenario) {
        Optional<String> strange = strange(answer, fields);
        if (strange.isPresent()) return new Explored(strange, Optional.empty());
        try {
            return new Explored(Optional.empty(), Explorer.check(scenario).failure());
        } catch (IllegalStateException e) {
            return new Explored(Optional.of(where(e, answer)), Optional.empty());
        }
    }

    void failIfStrange() {
        strange.ifPresent(what -> fail("Use what you were given, and only that. " + what + HINT));
    }

    /** Fails if a schedule goes wrong in this way. */
    void failIf(Predicate<Interleaving> wrong, String violated, String hint) {
        failure.filter(wrong).ifPresent(run -> fail(violated + "\n\n" + run + "\n\nHint: " + hint));
    }

    private static Optional<String> strange(Class<?> answer, Set<Class<?>> types) {
        for (MethodModel method : parsed(answer).methods())
            if (isSynchronized(method))
                return Optional.of(
                        "There is a synchronized in %s()."
                                .formatted(method.methodName().stringValue()));
        for (Field field : answer.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean constant =
                    Modifier.isStatic(modifiers)
                            && Modifier.isFinal(modifiers)
                            && (field.getType().isPrimitive() || field.getType() == String.class);
            boolean given = !Modifier.isStatic(modifiers) && types.contains(field.getType());
            if (!constant && !given && !field.isSynthetic())
                return Optional.of("The field %s is your own.".formatted(field.getName()));
        }
        return Optional.empty();
    }

    /** Asked of the class file, since a block that nobody contends for would pass unseen. */
    private static boolean isSynchronized(MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED)
                || method.code().stream()
                        .flatMap(CodeModel::elementStream)
                        .anyMatch(MonitorInstruction.class::isInstance);
    }

    private static ClassModel parsed(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return ClassFile.of().parse(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The explorer's complaint, of the stack only what is in the answer. */
    private static String where(IllegalStateException complaint, Class<?> answer) {
        Stream<String> lines = complaint.getMessage().lines();
        return lines.filter(line -> !line.startsWith("\t") || line.contains(answer.getName()))
                .collect(joining("\n"));
    }
}
