package org.yimen.platform;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How {@code api/openapi.json} describes our records. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiDescription {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI().info(new Info().title("Yimen").version("v1"));
  }

  @Bean
  ModelConverter recordSchemas() {
    return new RecordSchemas();
  }

  /** Every component of a record is there in JSON: required, and null only where it is Nullable. */
  private static final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      if (!chain.hasNext()) {
        return null;
      }
      Schema<?> resolved = chain.next().resolve(type, context, chain);
      JavaType java = Json31.mapper().constructType(type.getType());
      if (resolved != null && java != null && java.getRawClass().isRecord()) {
        describe(java.getRawClass(), definition(resolved, context));
      }
      return resolved;
    }

    private static Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
      String reference = resolved.get$ref();
      return reference == null
          ? resolved
          : context
              .getDefinedModels()
              .getOrDefault(reference.substring(reference.lastIndexOf('/') + 1), resolved);
    }

    private static void describe(Class<?> type, Schema<?> schema) {
      @SuppressWarnings("rawtypes")
      Map<String, Schema> properties = schema.getProperties();
      if (properties == null) {
        return;
      }
      schema.setRequired(null);
      for (RecordComponent component : type.getRecordComponents()) {
        Schema<?> property = properties.get(component.getName());
        if (property != null) {
          schema.addRequiredItem(component.getName());
          if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            properties.put(component.getName(), orNull(property));
          }
        }
      }
    }

    private static Schema<?> orNull(Schema<?> property) {
      if (property.get$ref() != null) {
        Schema<Object> nothing = new Schema<>();
        nothing.addType("null");
        Schema<Object> either = new Schema<>();
        either.setAnyOf(List.of(property, nothing));
        return either;
      }
      if (property.getTypes() != null && !property.getTypes().contains("null")) {
        property.addType("null");
      }
      return property;
    }
  }
}
