package org.yimen.batch;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two threads of Spark in this process, for all tests. */
final class OnSpark implements BeforeAllCallback {
  static SparkSession spark() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("yimen batch tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.warehouse.dir", "target/warehouse")
        .getOrCreate();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    SparkSession.setActiveSession(spark());
  }
}
