package concurrency.leaks;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import jdk.management.VirtualThreadSchedulerMXBean;

/** What is global to the JVM and can be changed by a test: a name and the value. */
final class Settings {
    /** Written by JFR when something is first recorded. */
    private static final String OF_JFR = "jdk.jfr.repository";

    static Map<String, String> all() {
        var settings = new TreeMap<String, String>();
        // first of all, since asking for it once writes the system property user.timezone
        settings.put("default time zone", TimeZone.getDefault().getID());
        settings.put("default locale", Locale.getDefault().toString());
        settings.put("System.out", System.out.toString());
        settings.put("System.err", System.err.toString());
        settings.put(
                "default handler of uncaught exceptions",
                String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
        for (String name : System.getProperties().stringPropertyNames())
            if (!name.equals(OF_JFR))
                settings.put("system property " + name, System.getProperty(name, "(none)"));
        // HotSpot has one such bean, another JVM may have none
        for (var scheduler :
                ManagementFactory.getPlatformMXBeans(VirtualThreadSchedulerMXBean.class))
            settings.put(
                    "parallelism of the virtual-thread scheduler",
                    String.valueOf(scheduler.getParallelism()));
        return settings;
    }

    private Settings() {}
}
