package org.yimen.policy.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** YAML through SnakeYAML's node graph, which knows lines; no objects are ever constructed. */
final class YamlDocs {
  private static final int MAX_VALUES = 2_000_000;

  private static final Map<String, String> COMPLAINTS =
      Map.of(
          "TAB", "不能用制表符（Tab）缩进，请改用空格。",
          "undefined alias", "引用了没有定义的锚点（*名称）。",
          "mapping values are not allowed", "冒号的位置不对，或上一行缺少引号、缩进不一致。",
          "could not find expected ':'", "缺少冒号。",
          "expected ',' or", "括号没有配对，或缺少逗号。",
          "expected <block end>", "缩进不一致。",
          "Global tag", "不允许使用类型标记（!!）。",
          "unexpected end of stream", "引号没有配对。");

  private final String file;
  private int values;

  YamlDocs(String file) {
    this.file = file;
  }

  Doc read(String text) {
    try {
      List<Doc> documents = new ArrayList<>();
      for (Node node : yaml().composeAll(new StringReader(text))) {
        documents.add(convert(node, 0));
      }
      return joined(documents);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new BadFile(file, line, "不是正确的 YAML：" + said(e.getProblem()));
    } catch (ReaderException e) {
      long line = 1 + text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw new BadFile(file, (int) line, "含有不允许的控制字符，请删去。");
    } catch (YAMLException | StackOverflowError e) {
      throw new BadFile(file, 1, "YAML 引用或嵌套过多，已拒绝读取。");
    }
  }

  /** The parser's complaint in Chinese. */
  private static String said(@Nullable String problem) {
    if (problem != null) {
      for (Map.Entry<String, String> known : COMPLAINTS.entrySet()) {
        if (problem.contains(known.getKey())) {
          return known.getValue();
        }
      }
    }
    return "请检查缩进、冒号、逗号和引号。";
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Docs.MAX_BYTES);
    options.setNestingDepthLimit(Docs.MAX_DEPTH);
    options.setMaxAliasesForCollections(1000);
    return new Yaml(new SafeConstructor(options));
  }

  private Doc joined(List<Doc> documents) {
    documents.removeIf(d -> d instanceof Doc.Scalar s && s.form() == Doc.Form.NULL);
    if (documents.isEmpty()) {
      throw new BadFile(file, 1, "文件没有内容。");
    }
    if (documents.size() > 1) {
      throw new BadFile(file, documents.get(1).line(), "一个文件只能有一份 YAML 文档（不要用 --- 分隔）。");
    }
    return documents.get(0);
  }

  private Doc convert(Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    if (depth > Docs.MAX_DEPTH || ++values > MAX_VALUES) {
      throw new BadFile(file, line, "嵌套过深或引用展开后过大，已拒绝读取。");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<Doc> items = new ArrayList<>(sequence.getValue().size());
      for (Node item : sequence.getValue()) {
        items.add(convert(item, depth + 1));
      }
      return new Doc.Sequence(line, items);
    }
    return scalar((ScalarNode) node);
  }

  private Doc mapping(MappingNode node, int depth) {
    Map<String, Doc.Entry> entries = new LinkedHashMap<>();
    Map<String, Doc.Entry> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      int line = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new BadFile(file, line, "键必须是文字。");
      }
      Doc value = convert(tuple.getValueNode(), depth + 1);
      if (key.getTag().equals(Tag.MERGE)) {
        merge(value, merged);
        continue;
      }
      Doc.Entry entry = new Doc.Entry(line, key.getValue(), value);
      Doc.Entry before = entries.putIfAbsent(key.getValue(), entry);
      if (before != null) {
        throw new BadFile(file, line, "键“" + key.getValue() + "”重复，第" + before.line() + "行已有。");
      }
    }
    merged.forEach(entries::putIfAbsent);
    return new Doc.Mapping(node.getStartMark().getLine() + 1, List.copyOf(entries.values()));
  }

  /**
   * {@code <<: *other} takes over what the mapping does not say itself; the first of several wins.
   */
  private void merge(Doc from, Map<String, Doc.Entry> into) {
    List<Doc> all = from instanceof Doc.Sequence sequence ? sequence.items() : List.of(from);
    for (Doc one : all) {
      if (!(one instanceof Doc.Mapping mapping)) {
        throw new BadFile(file, from.line(), "“<<”只能引用一组键值。");
      }
      mapping.entries().forEach(entry -> into.putIfAbsent(entry.key(), entry));
    }
  }

  private static Doc scalar(ScalarNode node) {
    int line = node.getStartMark().getLine() + 1;
    Doc.Form form = node.isPlain() ? form(node) : null;
    if (form == null) {
      return new Doc.Scalar(line, node.getValue(), Doc.Form.TEXT);
    }
    return new Doc.Scalar(line, node.getValue(), form);
  }

  private static Doc.@Nullable Form form(ScalarNode node) {
    Tag tag = node.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) || Reading.isNumber(node.getValue())) {
      return Doc.Form.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Doc.Form.TRUTH;
    }
    return tag.equals(Tag.NULL) ? Doc.Form.NULL : null;
  }
}
