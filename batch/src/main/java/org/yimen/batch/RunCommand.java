package org.yimen.batch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides every household of the input. */
@Command(name = "run", description = "逐户测算：类别、金额、各条件的结果，并按区划汇总", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private Inputs inputs = new Inputs();
  @Mixin private Outputs outputs = new Outputs();

  @Override
  public Integer call() {
    return Batch.onSpark(spark -> outputs.run(spark, inputs, null));
  }
}
