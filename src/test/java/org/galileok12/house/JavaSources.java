package org.galileok12.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The strings and the methods of Java sources, as the compiler reads them: comments do not count, parts joined by + are one string. */
final class JavaSources {

    /** A string, with a space for each part of it that is not constant text. */
    record Text(Path file, long line, String value) {}

    /** A method and the number of lines between its braces. */
    record Method(Path file, long line, String name, long lines) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();

    private JavaSources() {}

    static JavaSources of(List<Path> files) {
        var sources = new JavaSources();
        if (files.isEmpty()) {
            return sources;
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, problem -> {}, List.of("-proc:none"), null, units);
            for (var unit : task.parse()) {
                sources.new Reader(unit, Trees.instance(task).getSourcePositions()).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Java sources", e);
        }
        return sources;
    }

    List<Text> texts() {
        return texts;
    }

    List<Method> methods() {
        return methods;
    }

    private final class Reader extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String value) {
                texts.add(new Text(file(), start(literal), value));
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, Void nothing) {
            if (binary.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(binary, nothing);
            }
            var joined = new StringBuilder();
            join(binary, joined);
            texts.add(new Text(file(), start(binary), joined.toString()));
            return null;
        }

        private void join(Tree tree, StringBuilder joined) {
            if (tree instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
                join(binary.getLeftOperand(), joined);
                join(binary.getRightOperand(), joined);
            } else if (tree instanceof LiteralTree literal) {
                joined.append(literal.getValue());
            } else {
                joined.append(' ');
                scan(tree, null);
            }
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var body = method.getBody();
            if (body != null) {
                var lines = Math.max(0, line(positions.getEndPosition(unit, body)) - start(body) - 1);
                methods.add(new Method(file(), start(method), method.getName().toString(), lines));
            }
            return super.visitMethod(method, nothing);
        }

        private Path file() {
            return Path.of(unit.getSourceFile().toUri());
        }

        private long start(Tree tree) {
            return line(positions.getStartPosition(unit, tree));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
