package org.yimen.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Opens a controller or a method of it without a permission. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenRoute {

  /** Whom it is open to. */
  To value();

  /** Who may use an open route. */
  enum To {
    SIGNED_IN,
    EVERYBODY
  }
}
