package org.galileok12.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galileok12.rules.BrokenRules;
import org.galileok12.rules.FieldRules;
import org.galileok12.rules.Finding;
import org.galileok12.rules.GradeMap;
import org.galileok12.rules.GuardRules;
import org.galileok12.rules.OnboardingRules;
import org.galileok12.rules.RuleFile;
import org.galileok12.rules.SharingRules;
import org.galileok12.rules.SsoRules;
import org.galileok12.rules.ZoneRules;

/**
 * All rules in {@code rules/} of a routes folder, each held against the JSON schema that lies beside it and then read the
 * way a sync reads it. Immutable.
 */
public final class RulesFiles {

    private final List<Path> files;

    public RulesFiles(Path routesFolder) {
        files = Folder.files(routesFolder.resolve("rules"), ".yaml");
    }

    public int count() {
        return files.size();
    }

    public List<Finding> findings() {
        var mistakes = files.stream()
                .flatMap(file -> RuleFile.read(file).findings().stream())
                .toList();
        return mistakes.isEmpty() ? files.stream().flatMap(RulesFiles::load).toList() : mistakes;
    }

    /** What no schema can say, such as a field that two columns claim. */
    private static Stream<Finding> load(Path file) {
        try {
            switch (file.getFileName().toString()) {
                case "grades.yaml" -> GradeMap.load(file);
                case "sharing.yaml" -> SharingRules.load(file, grades(file));
                case "guard.yaml" -> GuardRules.load(file, grades(file));
                case "fields.yaml" -> FieldRules.load(file, grades(file));
                case "sso.yaml" -> SsoRules.load(file);
                case "onboarding.yaml" -> OnboardingRules.load(file);
                case "zones.yaml" -> ZoneRules.load(file);
                default -> {}
            }
            return Stream.empty();
        } catch (BrokenRules e) {
            return e.findings().stream().filter(finding -> finding.file().equals(file));
        }
    }

    private static GradeMap grades(Path beside) {
        var grades = beside.resolveSibling("grades.yaml");
        if (!Files.isRegularFile(grades)) {
            throw new BrokenRules(List.of(new Finding(beside, 0, "There is no grades.yaml beside it.")));
        }
        return GradeMap.load(grades);
    }
}
