package org.tsflink.runtime.worker;

import java.time.Duration;

/**
 * How long workers are waited for.
 *
 * @param greet until it has answered its first call
 * @param silence until it is given up when nothing is heard of it
 * @param silenceOption the option that says so, for messages
 */
record WorkerTimeouts(Duration greet, Duration silence, String silenceOption) {}
