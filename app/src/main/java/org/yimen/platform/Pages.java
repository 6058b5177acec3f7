package org.yimen.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web front end. Files under {@code assets/} carry a hash in their name and are
 * kept for a year; an address that is no file is a page of the desk, below {@code m/} of the phone,
 * below {@code p/} one for everybody.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Pages implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new DeskPages());
  }

  private static final class DeskPages extends PathResourceResolver {

    /** Ids of parameters have dots. */
    private static final String PARAMETERS = "rules/parameters/";

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      String lower = path.toLowerCase(Locale.ROOT);
      boolean named = !path.contains(".") || path.startsWith(PARAMETERS);
      boolean page = named && !lower.startsWith("api/") && !lower.startsWith("actuator/");
      if (file != null || !page) {
        return file;
      }
      return super.getResource(entry(path), location);
    }

    private static String entry(String path) {
      if (path.equals("m") || path.startsWith("m/")) {
        return "m.html";
      }
      return path.equals("p") || path.startsWith("p/") ? "p.html" : "index.html";
    }
  }
}
