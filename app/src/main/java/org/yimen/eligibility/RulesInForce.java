package org.yimen.eligibility;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yimen.policy.Law;

/** The law that this installation goes by: the product's rules and those of its area folders. */
@Configuration(proxyBeanMethods = false)
class RulesInForce {

  @Bean
  Law law(@Value("${yimen.area:}") String folders) {
    List<Path> areas =
        Arrays.stream(folders.split(","))
            .map(String::strip)
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return Law.load(areas);
  }
}
