package org.yimen.eligibility;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.PlainFailure;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;

/**
 * The law that this installation goes by: the product's rules, those of its area folders, and the
 * values put in force.
 */
@Configuration(proxyBeanMethods = false)
class RulesInForce {

  @Bean
  LawInForce lawInForce(@Value("${yimen.area:}") String folders, JdbcClient jdbc) {
    List<Path> areas =
        Arrays.stream(folders.split(","))
            .map(String::strip)
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    try {
      return new LawInForce(Law.load(areas), jdbc);
    } catch (BadFile e) {
      throw new PlainFailure("规则文件有错误，请改正后再启动：\n" + e.getMessage(), e);
    }
  }
}
