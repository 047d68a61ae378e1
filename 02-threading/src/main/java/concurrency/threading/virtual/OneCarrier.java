package concurrency.threading.virtual;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * While it is open, all virtual threads of this JVM share one carrier: the platform thread that
 * runs them. It is a setting of HotSpot's scheduler and global, so {@code close} puts it back.
 */
final class OneCarrier implements AutoCloseable {
    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    /** A carrier that has been woken is seen waiting until it has its turn on a core. */
    private static final int QUIET_LOOKS = 20;

    private final int before = SCHEDULER.getParallelism();

    OneCarrier() throws InterruptedException {
        SCHEDULER.setParallelism(1);
        try { // another carrier may still be at work, or have been woken to look for some
            for (int look = 0; look < QUIET_LOOKS; look = isQuiet() ? look + 1 : 0) Thread.sleep(1);
        } catch (InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static boolean isQuiet() {
        return SCHEDULER.getQueuedVirtualThreadCount() == 0
                && Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getState() == Thread.State.RUNNABLE)
                        .map(Thread::getThreadGroup)
                        .filter(Objects::nonNull) // null once it has ended
                        .noneMatch(group -> group.getName().equals("CarrierThreads"));
    }

    @Override
    public void close() {
        SCHEDULER.setParallelism(before);
    }
}
