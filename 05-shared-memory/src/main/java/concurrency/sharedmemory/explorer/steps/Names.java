package concurrency.sharedmemory.explorer.steps;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the objects of a run are called: like the field or the variable that they were first put
 * into, else like their class, with a number if there are several.
 */
final class Names {
    /** Which object it is, in words that hold in every run: the third Box that A made. */
    private record Identity(String maker, String type, int number) {}

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<Object, Object> identities = new IdentityHashMap<>();
    private final Map<Class<?>, Integer> made = new HashMap<>();
    private final Map<Identity, Integer> madeByEach = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /**
     * A new object.
     *
     * @param maker the thread that made it, or null for the set-up
     */
    void made(Object object, SteppedThread maker) {
        Class<?> type = object.getClass();
        int ofThisType = made.merge(type, 1, Integer::sum);
        String by = maker == null ? "set-up" : maker.name;
        identities.put(object, numbered(by, type.getName()));
        if (maker == null) numbers.put(object, ofThisType);
        else named(object, maker.name + "'s " + type.getSimpleName());
    }

    private Identity numbered(String maker, String type) {
        int number = madeByEach.merge(new Identity(maker, type, 0), 1, Integer::sum);
        return new Identity(maker, type, number);
    }

    /** Equal for the same object in another run. */
    Object identity(Object object) {
        return switch (object) {
            case Class<?> type -> type.getName();
            case String text -> text;
            case Number number when number.getClass().getPackageName().equals("java.lang") ->
                    number;
            default ->
                    identities.computeIfAbsent(
                            object, _ -> numbered("others", object.getClass().getName()));
        };
    }

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
            case Number number when number.getClass().getPackageName().equals("java.lang") ->
                    number.getClass().getSimpleName() + " " + number;
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
