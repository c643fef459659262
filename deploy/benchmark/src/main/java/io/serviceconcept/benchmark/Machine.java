package io.serviceconcept.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/** What the figures were measured on; it says nothing that only means something on this one. */
record Machine(int cores, long gigabytes, String system, String java, String postgres, double loadBefore, LocalDate date) {

    private static final double GIGABYTE = 1L << 30;

    static Machine of(Server server) throws SQLException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(Runtime.getRuntime().availableProcessors(), Math.round(system.getTotalMemorySize() / GIGABYTE),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(), server.version(),
                system.getSystemLoadAverage(), LocalDate.now(ZoneOffset.UTC));
    }

    String describe() {
        return String.format(Locale.ROOT,
                "%s: %d cores, %d GB of memory, %s; Java %s; PostgreSQL %s with fsync, full_page_writes and"
                        + " synchronous_commit on, else as it comes. Load average before: %.2f.",
                date, cores, gigabytes, system, java, postgres, loadBefore);
    }
}
