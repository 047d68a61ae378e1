package concurrency.sharedmemory.explorer.proof;

/**
 * What a thread of a random program can do: as ordinary Java in {@link OrdinaryJava}, as a machine
 * in {@link Machine}.
 */
enum Op {
    READ_X,
    READ_Y,
    READ_VOLATILE,
    WRITE_X,
    WRITE_Y,
    WRITE_VOLATILE,
    INCREMENT_X,
    INCREMENT_ELEMENT,
    INCREMENT_STATIC,
    ATOMIC_COMPARE_AND_SET,
    ATOMIC_INCREMENT,
    HANDLE_COMPARE_AND_SET,
    HANDLE_GET_AND_ADD,
    HANDLE_READ_X,
    HANDLE_WRITE_X,
    SYNCHRONIZED_INCREMENT,
    LOCKED_INCREMENT,
    LOCKED_TWICE,
    TRY_LOCK,
    LOCK_IN_MONITOR,
    MONITOR_IN_LOCK,
    WAIT,
    WAIT_FOR_X,
    NOTIFY,
    NOTIFY_ALL,
    AWAIT,
    SIGNAL,
    SIGNAL_ALL,
    ACQUIRE,
    RELEASE,
    COUNT_DOWN,
    AWAIT_LATCH,
    PUT,
    TAKE,
    PUBLISH_BOX,
    PUBLISH_BOX_AFTER_FENCE,
    READ_BOX,
    PUBLISH_FINAL,
    READ_FINAL,
    PUBLISH_ARRAY,
    READ_ARRAY
}
