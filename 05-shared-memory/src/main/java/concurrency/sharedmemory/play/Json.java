package concurrency.sharedmemory.play;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes records, lists, maps, texts and numbers as JSON; an empty Optional is null. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String of(Object value) {
        var json = new Json();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        switch (value) {
            case null -> out.append("null"); // Java 21: a case for null
            case Optional<?> maybe -> write(maybe.orElse(null));
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(number);
            case String text -> quote(text);
            case Collection<?> values -> {
                char before = '[';
                for (Object one : values) {
                    out.append(before);
                    write(one);
                    before = ',';
                }
                out.append(before == '[' ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                char before = '{';
                for (var entry : map.entrySet())
                    before = member(before, String.valueOf(entry.getKey()), entry.getValue());
                out.append(before == '{' ? "{}" : "}");
            }
            case Record thing -> {
                char before = '{';
                for (RecordComponent part : thing.getClass().getRecordComponents())
                    before = member(before, part.getName(), read(part, thing));
                out.append(before == '{' ? "{}" : "}");
            }
            default -> throw new IllegalArgumentException("not for JSON: " + value.getClass());
        }
    }

    private char member(char before, String name, Object value) {
        out.append(before);
        quote(name);
        out.append(':');
        write(value);
        return ',';
    }

    private static Object read(RecordComponent part, Record thing) {
        try {
            return part.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> out.append('\\').append(letter);
                case '\n' -> out.append("\\n");
                default -> {
                    if (letter < ' ') out.append("\\u%04x".formatted((int) letter));
                    else out.append(letter);
                }
            }
        }
        out.append('"');
    }
}
