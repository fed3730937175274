package io.tidings.sse.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Counts the statements of methods that others can call. */
final class Statements {
  private Statements() {}

  static int mostInOneMethod(JavaFileObject file) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(file));
    int most = 0;
    try {
      for (CompilationUnitTree unit : task.parse()) {
        Integer inUnit = new Most().scan(unit, null);
        most = Math.max(most, inUnit == null ? 0 : inUnit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return most;
  }

  private static final class Most extends TreeScanner<Integer, Void> {
    @Override
    public Integer visitMethod(MethodTree method, Void nothing) {
      BlockTree body = method.getBody();
      boolean hidden = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
      return body == null || hidden ? 0 : body.getStatements().size();
    }

    @Override
    public Integer reduce(Integer one, Integer other) {
      return Math.max(one == null ? 0 : one, other == null ? 0 : other);
    }
  }
}
