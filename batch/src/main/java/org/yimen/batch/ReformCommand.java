package org.yimen.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.yimen.batch.deciding.RuleTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides every household by two sets of rules and keeps whose help differs. */
@Command(
    name = "reform",
    description = "按现行规则和另一套参数各测算一遍：谁进入、谁退出、谁的金额改变，并按区划汇总",
    mixinStandardHelpOptions = true)
final class ReformCommand implements Callable<Integer> {
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Outputs outputs = new Outputs();

  @Option(
      names = "--try",
      paramLabel = "DIR",
      description = "另一套参数的文件夹（parameters*.yaml），在现行规则之上；可以写多次")
  private List<Path> folders = List.of();

  @Option(
      names = "--set",
      paramLabel = "PARAMETER=VALUE",
      description = "试一个参数值，处处适用，如 dibao.standard.rural=850；可以写多次")
  private Map<String, String> values = new TreeMap<>();

  @Option(
      names = "--without",
      paramLabel = "CONDITION",
      description = "试着不要一个条件，如 rigid.ratio；可以写多次")
  private List<String> without = new ArrayList<>();

  @Override
  public Integer call() {
    if (folders.isEmpty() && values.isEmpty() && without.isEmpty()) {
      throw new Refused("请用 --try、--set 或 --without 说明要与什么比较。");
    }
    RuleTexts tried = inputs.rules().and(folders).trying(values, Set.copyOf(without));
    return Batch.onSpark(spark -> outputs.run(spark, inputs, tried));
  }
}
