#!/bin/sh
# Runs the Spark jobs on this machine: batch/run-local.sh run --input … (./yimen batch … does the same).
# Builds them first when they have not been built or their sources are newer. On a cluster:
# spark-submit --class org.yimen.batch.Batch batch/target/yimen-batch.jar run --input …
set -eu

say() { printf '%s\n' "$*" >&2; }
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
jar="$here/batch/target/yimen-batch.jar"
libraries="$here/batch/target/spark.classpath"

java=${JAVA_HOME:+$JAVA_HOME/bin/java}
java=${java:-$(command -v java || true)}
[ -n "$java" ] || { say "没有找到 Java 17 或更新版本。请安装 openjdk-17-jdk，或设置 JAVA_HOME。"; exit 2; }

stale() {
  [ -f "$jar" ] && [ -s "$libraries" ] || return 0
  [ -n "$(find "$here/pom.xml" "$here/rules" "$here/policy/pom.xml" "$here/policy/src/main" \
    "$here/linkage/pom.xml" "$here/linkage/src/main" "$here/batch/pom.xml" "$here/batch/src/main" \
    -newer "$libraries" 2>/dev/null | head -n 1)" ]
}

if stale; then
  command -v mvn >/dev/null || { say "没有找到 Maven。请先安装 maven（3.8 或更新）。"; exit 2; }
  say "正在编译（首次要下载 Spark，约 280 MB）……"
  mkdir -p "$here/batch/target"
  log="$here/batch/target/build.log"
  (cd "$here" && mvn -B -q -P spark-classpath -DskipTests -Dspotless.check.skip=true -pl batch -am package) >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    say "编译失败，详情见 $log"
    exit 2
  }
fi

# what Spark asks of Java 17; spark-submit gives it by itself
opens=""
for package in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do
  opens="$opens --add-opens=java.base/java.$package=ALL-UNNAMED"
done
for package in nio.ch nio.cs security.action util.calendar; do
  opens="$opens --add-opens=java.base/sun.$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086 # options are several words
exec "$java" -XX:+IgnoreUnrecognizedVMOptions $opens -Xmx${YIMEN_BATCH_MEMORY:-4g} \
  -Dspark.master="${YIMEN_BATCH_MASTER:-local[*]}" -Dspark.ui.enabled=false \
  -Dspark.driver.bindAddress=127.0.0.1 -Dspark.driver.host=localhost \
  -Dspark.sql.session.timeZone=Asia/Shanghai -Dfile.encoding=UTF-8 \
  -Dlog4j2.configurationFile="$here/batch/log4j2.properties" ${YIMEN_JAVA_OPTS:-} \
  -cp "$jar:$(cat "$libraries")" org.yimen.batch.Batch "$@"
