package org.yimen.platform.once;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells in the description of the API which requests are done once. */
@Component
class DescribeOnce implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    return method.hasMethodAnnotation(Once.class)
        ? operation.addParametersItem(
            new HeaderParameter()
                .name(Once.HEADER)
                .required(false)
                .schema(new StringSchema().minLength(16).maxLength(100))
                .description("Sent again with the same key, the request is answered as before"))
        : operation;
  }
}
