package concurrency.sharedmemory.explorer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassTransform;

/** Loads a class and its nested classes as if they had been compiled without {@code -g}. */
final class WithoutDebugInfo extends ClassLoader {
    private final String name;

    WithoutDebugInfo(Class<?> type) {
        super(type.getClassLoader());
        name = type.getName();
    }

    @Override
    protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
        if (!isIn(type)) return super.loadClass(type, resolve);
        Class<?> loaded = findLoadedClass(type);
        if (loaded != null) return loaded;
        byte[] bytes = stripped(type.replace('.', '/') + ".class");
        return defineClass(type, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String file) {
        boolean isIn =
                file.endsWith(".class") && isIn(file.replace('/', '.').replace(".class", ""));
        return isIn ? new ByteArrayInputStream(stripped(file)) : super.getResourceAsStream(file);
    }

    private boolean isIn(String type) {
        return type.equals(name) || type.startsWith(name + "$");
    }

    private byte[] stripped(String file) {
        var classFile = ClassFile.of(DebugElementsOption.DROP_DEBUG);
        try (InputStream in = getParent().getResourceAsStream(file)) {
            var type = classFile.parse(in.readAllBytes());
            return classFile.transformClass(type, ClassTransform.ACCEPT_ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
