package org.galileok12.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles classes that break a rule, in a folder of the test's own: in the source tree they would break the build. */
final class BadClasses {

    private final Path folder;
    private final List<String> files = new ArrayList<>();

    BadClasses(Path folder) {
        this.folder = folder;
    }

    /** Adds one public class, given its name within org.galileok12 and the members between its braces. */
    BadClasses add(String name, String members) throws IOException {
        return addExtending(name, "Object", members);
    }

    BadClasses addExtending(String name, String parent, String members) throws IOException {
        var dot = name.lastIndexOf('.');
        var file = folder.resolve(name.substring(dot + 1) + ".java");
        Files.writeString(
                file,
                "package org.galileok12.%s; public class %s extends %s { %s }"
                        .formatted(name.substring(0, dot), name.substring(dot + 1), parent, members));
        files.add(file.toString());
        return this;
    }

    JavaClasses compiled() {
        var classes = folder.resolve("classes");
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(files);
        var result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("the bad example does not compile: " + files);
        }
        return new ClassFileImporter().importPath(classes);
    }
}
