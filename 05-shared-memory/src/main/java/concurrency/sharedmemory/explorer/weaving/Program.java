package concurrency.sharedmemory.explorer.weaving;

import concurrency.sharedmemory.explorer.Explorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The program under test, as class files: which classes belong to it, and what they declare.
 *
 * <p>These are the classes in the scenario's package and below; for a scenario in the explorer's
 * module, those in all packages of the module except the explorer itself; and the parts of Guava
 * that are about threads. Names are as in a class file, with slashes.
 */
final class Program {
    private static final String EXPLORER = internal(Explorer.class.getPackageName());
    private static final String MODULE = EXPLORER.substring(0, EXPLORER.lastIndexOf('/'));
    private static final List<String> GUAVA =
            List.of("com/google/common/base/", "com/google/common/util/concurrent/");

    /** Where the explorer's own classes come from; its tests come from elsewhere. */
    private static final String HOME = folder(Explorer.class);

    private final ClassLoader files;
    private final String home;
    private final Map<String, Optional<ClassModel>> parsed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> belongs = new ConcurrentHashMap<>();

    Program(ClassLoader files, String home) {
        this.files = files;
        this.home = home + "/";
    }

    /** The package under which everything belongs to the program that has this scenario. */
    static String homeOf(Class<?> scenario) {
        String name = internal(scenario.getPackageName());
        return (name + "/").startsWith(MODULE + "/") ? MODULE : name;
    }

    boolean contains(String name) {
        return belongs.computeIfAbsent(name, this::belongs);
    }

    private boolean belongs(String name) {
        boolean ours = name.startsWith(home) || GUAVA.stream().anyMatch(name::startsWith);
        return ours && !isExplorer(name);
    }

    private boolean isExplorer(String name) {
        if (!name.startsWith(EXPLORER + "/")) return false;
        URL file = files.getResource(name + ".class");
        return file == null || file.toString().startsWith(HOME);
    }

    /**
     * The class file as it was compiled.
     *
     * @return empty if there is none
     */
    Optional<ClassModel> parsed(String name) {
        return parsed.computeIfAbsent(name, this::parse);
    }

    /** The class file of any class, also of one that does not belong to the program, or null. */
    InputStream file(String name) {
        return files.getResourceAsStream(name + ".class");
    }

    private Optional<ClassModel> parse(String name) {
        try (InputStream in = file(name)) {
            if (in == null) return Optional.empty();
            return Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The field that this name means in this class, if a class of the program declares it. */
    Optional<FieldModel> field(String owner, String name) {
        return family(owner).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.fieldName().equalsString(name))
                .findFirst();
    }

    /**
     * Which classes a call may land in that do not belong to the program: the one that it names, or
     * if that belongs to the program and does not declare the method, those that it extends.
     */
    List<String> calledOutside(String owner, String method, String descriptor) {
        if (!contains(owner)) return List.of(owner);
        List<String> outside = new ArrayList<>();
        for (ClassModel type : family(owner)) {
            if (type.methods().stream().anyMatch(found -> isLike(found, method, descriptor)))
                return List.of();
            supertypes(type).filter(name -> !contains(name)).forEach(outside::add);
        }
        return outside;
    }

    private static boolean isLike(MethodModel found, String method, String descriptor) {
        return found.methodName().equalsString(method)
                && found.methodType().equalsString(descriptor);
    }

    /** The class and all that it extends and implements, as far as they belong to the program. */
    private List<ClassModel> family(String name) {
        List<ClassModel> family = new ArrayList<>();
        if (contains(name)) parsed(name).ifPresent(family::add);
        for (int i = 0; i < family.size(); i++)
            supertypes(family.get(i))
                    .filter(this::contains)
                    .flatMap(type -> parsed(type).stream())
                    .filter(type -> !family.contains(type))
                    .forEach(family::add);
        return family;
    }

    private static Stream<String> supertypes(ClassModel type) {
        return Stream.concat(type.superclass().stream(), type.interfaces().stream())
                .map(ClassEntry::asInternalName);
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }

    private static String folder(Class<?> type) {
        String file = type.getResource(type.getSimpleName() + ".class").toString();
        return file.substring(0, file.length() - (type.getName() + ".class").length());
    }
}
