package org.yimen.platform.search;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yimen.platform.ProblemType;

/**
 * Refuses a search whose address holds a citizen number, or as many digits as a telephone or an
 * account has, so that whoever writes a program against the API notices at once; and tells them in
 * its description where such text goes.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class NumbersInAddresses implements WebMvcConfigurer {

  private static final Pattern CITIZEN_NUMBER =
      Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dXx])");
  private static final Pattern TYPED =
      Pattern.compile("(^|&)(%s)=[^&]*\\d{11}".formatted(String.join("|", TypedSearch.PARAMETERS)));

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (told(request.getQueryString())) {
              throw ProblemType.INVALID_REQUEST.because(
                  "身份证号等号码不能写在网址里（网址会留在代理和浏览器的记录中）。请在页面的查找框里输入；程序请用请求头 %s。"
                      .formatted(TypedSearch.HEADER));
            }
            return true;
          }
        });
  }

  private static boolean told(@Nullable String query) {
    if (query == null) {
      return false;
    }
    String text = decoded(query);
    return CITIZEN_NUMBER.matcher(text).find() || TYPED.matcher(text).find();
  }

  private static String decoded(String query) {
    try {
      return URLDecoder.decode(query, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return query;
    }
  }

  @Bean
  OperationCustomizer describeTypedSearch() {
    return (operation, method) -> searches(operation) ? described(operation) : operation;
  }

  private static boolean searches(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(NumbersInAddresses::isTyped);
  }

  private static boolean isTyped(Parameter parameter) {
    return "query".equals(parameter.getIn())
        && TypedSearch.PARAMETERS.contains(parameter.getName());
  }

  private static Operation described(Operation operation) {
    operation.getParameters().stream()
        .filter(NumbersInAddresses::isTyped)
        .forEach(one -> one.setDescription("words only; numbers go into Yimen-Search"));
    Parameter header =
        new HeaderParameter()
            .name(TypedSearch.HEADER)
            .schema(new StringSchema())
            .required(false)
            .description(
                "what was typed to search by, percent-encoded UTF-8; instead of the query");
    return operation.addParametersItem(header);
  }
}
