package org.yimen.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller, or a method of it, works with the database role that owns the tables, so that
 * policies on rows don't hold: what it may touch is said by its own queries alone.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsProgram {

  /** Why it can't do with the reach of its user. */
  String value();
}
