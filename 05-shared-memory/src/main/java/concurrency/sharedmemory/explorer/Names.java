package concurrency.sharedmemory.explorer;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the objects of a run are called: like the field or the variable that they were first put
 * into, else like their class, with a number if there are several.
 */
final class Names {
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<Object, Identity> identities = new IdentityHashMap<>();
    private final Map<String, Integer> madeBy = new HashMap<>();
    private final Map<Class<?>, Integer> made = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /**
     * A new object.
     *
     * @param maker the thread that made it, or null for the set-up
     */
    void made(Object object, SteppedThread maker) {
        Class<?> type = object.getClass();
        int ofThisType = made.merge(type, 1, Integer::sum);
        String by = maker == null ? "the set-up" : maker.name;
        int number = madeBy.merge(by + " " + type.getName(), 1, Integer::sum);
        identities.put(object, new Identity(by, type.getName(), number));
        if (maker == null) numbers.put(object, ofThisType);
        else named(object, maker.name + "'s " + type.getSimpleName());
    }

    /**
     * Equal for the same object of another run, however its threads took turns: whose how manieth
     * object of its class it is. Where this is not known it is equal to no other.
     */
    Object identity(Object object) {
        if (object instanceof Class<?> type) return type.getName();
        Object identity = identities.get(object);
        return identity == null ? new Object() : identity;
    }

    private record Identity(String maker, String type, int number) {}

    /** Its first name stays. */
    void named(Object object, String name) {
        if (names.containsKey(object)) return;
        int same = used.merge(name, 1, Integer::sum);
        names.put(object, same == 1 ? name : name + " " + same);
    }

    /** Whether the set-up gave it this name, as a field or a variable. */
    String given(Object object, String otherwise) {
        return names.getOrDefault(object, otherwise);
    }

    String of(Object object) {
        return switch (object) {
            case Class<?> type -> type.getSimpleName();
            case String text -> '"' + text + '"';
            case Number number -> object.getClass().getSimpleName() + " " + number;
            default -> names.getOrDefault(object, ofType(object));
        };
    }

    private String ofType(Object object) {
        String type = object.getClass().getSimpleName();
        Integer number = numbers.get(object);
        return isOnlyOne(object) || number == null ? type : type + " " + number;
    }

    /** What stands before the name of its field, as in "from.balance". */
    String before(Object owner) {
        return owner instanceof Class || isOnlyOne(owner) ? "" : of(owner) + ".";
    }

    private boolean isOnlyOne(Object object) {
        return made.getOrDefault(object.getClass(), 1) == 1;
    }
}
