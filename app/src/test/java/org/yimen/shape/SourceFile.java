package org.yimen.shape;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One Java file.
 *
 * @param module build module
 * @param folder of the file, from the repository's root
 * @param publicType whether its first type is public
 * @param types simple names of all types declared in it
 * @param workers those of them that do work: neither records nor enums
 */
public record SourceFile(
    String module,
    String folder,
    String name,
    long lines,
    boolean publicType,
    List<String> types,
    List<String> workers,
    List<Method> methods,
    List<Type> classes) {

  /** A method or constructor; lines from its first modifier or annotation to its last brace. */
  public record Method(String name, long lines, int parameters) {}

  /** A class with the types of its instance fields. */
  public record Type(String name, List<String> fields) {

    private static final Pattern FROM_OUTSIDE =
        Pattern.compile("Jdbc\\w+|DataSource|\\w*Template|ApplicationEventPublisher|Clock");

    /** How many fields are objects that do work for this one: ours, or the framework's. */
    public long collaborators(Set<String> ours) {
      return fields.stream()
          .filter(field -> ours.contains(field) || FROM_OUTSIDE.matcher(field).matches())
          .distinct()
          .count();
    }
  }

  /** Whether it is test code. */
  public boolean test() {
    return folder.contains("/src/test/");
  }

  /** Whether it only describes a package. */
  public boolean packageInfo() {
    return name.equals("package-info.java");
  }

  static SourceFile read(String module, Path root, Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      Shapes shapes = new Shapes(unit, Trees.instance(task).getSourcePositions());
      shapes.scan(unit, null);
      return new SourceFile(
          module,
          root.relativize(file.getParent()).toString().replace('\\', '/'),
          file.getFileName().toString(),
          SourceTree.lines(file),
          shapes.publicType,
          shapes.types,
          shapes.workers,
          shapes.methods,
          shapes.classes);
    }
  }

  private static final class Shapes extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final LineMap lines;
    private final List<String> types = new ArrayList<>();
    private final List<String> workers = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private final List<Type> classes = new ArrayList<>();
    private boolean publicType;

    Shapes(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.lines = unit.getLineMap();
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      if (types.isEmpty()) {
        publicType = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      }
      types.add(type.getSimpleName().toString());
      if (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.INTERFACE) {
        workers.add(type.getSimpleName().toString());
      }
      if (type.getKind() == Tree.Kind.CLASS) {
        classes.add(new Type(type.getSimpleName().toString(), fields(type)));
      }
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      methods.add(
          new Method(method.getName().toString(), last - first + 1, method.getParameters().size()));
      return super.visitMethod(method, none);
    }

    private static List<String> fields(ClassTree type) {
      List<String> fields = new ArrayList<>();
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
          String written = field.getType().toString();
          fields.add(written.substring(written.lastIndexOf('.') + 1));
        }
      }
      return fields;
    }
  }
}
