package org.yimen.casework;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Telephones of offices that may stand on public pages: the settings {@code yimen.phones}, by the
 * codes of areas. Never anybody's own.
 */
@Component
public class OfficePhones {

  private final Map<String, String> phones;

  OfficePhones(Environment environment) {
    this.phones =
        Binder.get(environment)
            .bind("yimen.phones", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
  }

  /** Of the office of exactly this area; empty where none is set. */
  public String of(String area) {
    return phones.getOrDefault(area, "");
  }
}
