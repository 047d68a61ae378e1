package concurrency.threading.virtual;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * While it is open, all virtual threads of this JVM share one carrier: the platform thread that
 * runs them. It is a setting of HotSpot's scheduler and global, so {@code close} puts it back.
 */
final class OneCarrier implements AutoCloseable {
    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private final int before = SCHEDULER.getParallelism();

    OneCarrier() throws InterruptedException {
        SCHEDULER.setParallelism(1);
        try { // another carrier may still be at work, or looking for some
            while (SCHEDULER.getQueuedVirtualThreadCount() > 0 || isACarrierAtWork())
                Thread.sleep(1);
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private static boolean isACarrierAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() != null) // null once it has ended
                .filter(thread -> thread.getThreadGroup().getName().equals("CarrierThreads"))
                .anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }

    @Override
    public void close() {
        SCHEDULER.setParallelism(before);
    }
}
