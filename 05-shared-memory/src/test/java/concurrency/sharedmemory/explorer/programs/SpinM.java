package concurrency.sharedmemory.explorer.programs;
import concurrency.sharedmemory.explorer.*;
import concurrency.sharedmemory.explorer.programs.SpinLocks.*;
public class SpinM {
  static void go(String n, Setup s) { long c=cpu(); long t=System.nanoTime(); String r; try { var v=Explorer.check(s); r=v.failure().isPresent()? "WRONG "+v.failure().get().schedule()+" "+v.failure().get().wrong() : v.toString(); } catch (Exception e) { r=e.toString(); }
    System.out.printf("%-20s %s  %d ms cpu %d ms%n", n, r.lines().findFirst().get(), (System.nanoTime()-t)/1000000, (cpu()-c)/1000000); }
  static long cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(); }
  public static void main(String[] a) {
    go("tas 2", () -> SpinLocks.scenario(new TestAndSet(), 2, 1));
    go("testthenset 2", () -> SpinLocks.scenario(new TestThenSet(), 2, 1));
    go("burns 2x1", () -> SpinLocks.scenario(new Burns(), 2, 1));
    go("dekker 2x1", () -> SpinLocks.scenario(new Dekker(), 2, 1));
    go("tas 3", () -> SpinLocks.scenario(new TestAndSet(), 3, 1));
    go("ticket 3", () -> SpinLocks.scenario(new Ticket(), 3, 1));
    go("burns 2x2", () -> SpinLocks.scenario(new Burns(), 2, 2));
    go("szymanski 2x1", () -> SpinLocks.scenario(new Szymanski(), 2, 1));
    go("tas 3 races", () -> SpinLocks.scenario(new TestAndSet(), 3, 1).noDataRaces());
    go("ticket 3 races", () -> SpinLocks.scenario(new Ticket(), 3, 1).noDataRaces());
    if (a.length > 0) go("dekker 2x2", () -> SpinLocks.scenario(new Dekker(), 2, 2));
  }
}
