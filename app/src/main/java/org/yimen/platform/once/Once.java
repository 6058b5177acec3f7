package org.yimen.platform.once;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request to this method that carries an {@code Idempotency-Key} is done once: sent again within
 * thirty days, it is given the answer that it was given. The deed and what was answered are kept in
 * one transaction, so the method must not hand work to another thread that looks for its rows.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {

  /** The header; 16 to 100 letters, digits, hyphens or underscores that nobody can guess. */
  String HEADER = "Idempotency-Key";
}
