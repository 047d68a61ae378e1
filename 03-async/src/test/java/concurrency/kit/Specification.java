package concurrency.kit;

import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class as the specification of an exercise, so that a red run is short and teaches:
 *
 * <ul>
 *   <li>Its tests run in the order of their {@code @Order}, what is nearest to a cause first, and
 *       end with the first that fails.
 *   <li>A learner's endless loop does not hang the run, and the message says where it stood. (No
 *       other test has a limit of time.)
 *   <li>A learner's exception comes with the line that threw it.
 * </ul>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FirstFailure.class)
public @interface Specification {}
