package org.galileok12.house;

import java.time.Clock;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Begins the records of a test run before its first test. The checks after the run (see pom.xml) read them and begin none. */
public final class TestRunListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("house.after-all")) {
            TestRun.startHere(Clock.systemUTC().instant());
            TestRunLog.startHere();
        }
    }
}
