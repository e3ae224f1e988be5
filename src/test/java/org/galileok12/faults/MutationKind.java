package org.galileok12.faults;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;

/**
 * What happens in a district between two nights, or during one. Each stays below what a guard would hold: no scope is emptied, and
 * {@link Model#mayEnd} bounds the rest; what would exceed that does nothing. What a guard holds is a {@link MassRemoval}.
 */
enum MutationKind {
    STUDENT_ARRIVES {
        @Override
        String change(Model model, Random random) {
            var student = model.newStudent(any(model.schools, random)).grade(Model.grade(random));
            any(model.sections, random).with(student);
            return student.id();
        }
    },
    STUDENT_LEAVES {
        @Override
        String change(Model model, Random random) {
            var student = any(model.students, random);
            var classes = model.classesOf(student);
            if (model.left.size() > 2 || !model.mayEnd(classes.size())) {
                return NOTHING;
            }
            model.students.remove(student);
            model.left.add(student);
            student.remove();
            if (random.nextBoolean()) {
                classes.forEach(section -> section.without(student));
                return student.id();
            }
            return student.id() + ", still named by classes";
        }
    },
    STUDENT_RETURNS {
        @Override
        String change(Model model, Random random) {
            if (model.left.isEmpty()) {
                return NOTHING;
            }
            var student = model.left.remove(random.nextInt(model.left.size()));
            model.students.add(student.restore());
            return student.id();
        }
    },
    STUDENT_MOVES {
        @Override
        String change(Model model, Random random) {
            var student = any(model.students, random);
            var school = any(model.schools, random);
            student.schools(school);
            return student.id() + " to " + school.id();
        }
    },
    STUDENT_IS_RENAMED {
        @Override
        String change(Model model, Random random) {
            return any(model.students, random).named(model.name()).id();
        }
    },
    STUDENT_IS_PROMOTED {
        @Override
        String change(Model model, Random random) {
            return any(model.students, random).grade(Model.grade(random)).id();
        }
    },
    STUDENT_GETS_NEW_CLEVER_ID {
        @Override
        String change(Model model, Random random) {
            var student = any(model.students, random);
            var classes = model.classesOf(student).size();
            if (!model.mayEnd(classes)) {
                return NOTHING;
            }
            var before = student.id();
            return before + " is " + student.newId().id();
        }
    },
    TEACHER_ARRIVES {
        @Override
        String change(Model model, Random random) {
            return model.newTeacher(any(model.schools, random)).id();
        }
    },
    TEACHER_TAKES_OFFICE {
        @Override
        String change(Model model, Random random) {
            var teacher = any(model.teachers, random);
            return (isStaff(teacher)
                            ? teacher.noLonger("staff")
                            : teacher.alsoStaff("Principal", any(model.schools, random)))
                    .id();
        }
    },
    TEACHER_LEAVES {
        @Override
        String change(Model model, Random random) {
            if (model.teachers.size() < 6) {
                return NOTHING;
            }
            var teacher = model.teachers.remove(random.nextInt(model.teachers.size()));
            teacher.remove();
            return teacher.id();
        }
    },
    STAFF_CHANGES_TITLE {
        @Override
        String change(Model model, Random random) {
            return model.others
                    .get(random.nextInt(2))
                    .set("/roles/staff/title", "Title " + random.nextInt(99))
                    .id();
        }
    },
    CONTACT_ARRIVES {
        @Override
        String change(Model model, Random random) {
            var contact = model.district.contact(model.name(), any(model.students, random));
            model.contacts.add(contact);
            return contact.id();
        }
    },
    CONTACT_LEAVES {
        @Override
        String change(Model model, Random random) {
            if (model.contacts.size() < 7) {
                return NOTHING;
            }
            var contact = model.contacts.remove(random.nextInt(model.contacts.size()));
            contact.remove();
            return contact.id();
        }
    },
    CONTACT_CHANGES_CHILD {
        @Override
        String change(Model model, Random random) {
            var contact = any(model.contacts, random);
            var student = any(model.students, random);
            contact.noLongerOf(student);
            if (random.nextBoolean()) {
                contact.of(student, "Guardian", "Parent/Guardian");
            }
            return contact.id() + " of " + student.id();
        }
    },
    CLASS_OPENS {
        @Override
        String change(Model model, Random random) {
            return model.newSection(random.nextInt(60))
                    .with(any(model.students, random))
                    .id();
        }
    },
    CLASS_CLOSES {
        @Override
        String change(Model model, Random random) {
            var section = any(model.sections, random);
            if (model.sections.size() < 8 || !model.mayEnd(Model.size(section))) {
                return NOTHING;
            }
            model.sections.remove(section);
            section.remove();
            return section.id();
        }
    },
    CLASS_IS_RENAMED {
        @Override
        String change(Model model, Random random) {
            return any(model.sections, random)
                    .set("/name", "Class " + random.nextInt(999))
                    .id();
        }
    },
    CLASS_GAINS {
        @Override
        String change(Model model, Random random) {
            var section = any(model.sections, random);
            var student = any(model.students, random);
            return Model.sits(student, section)
                    ? NOTHING
                    : section.with(student).id() + " gains " + student.id();
        }
    },
    CLASS_LOSES {
        @Override
        String change(Model model, Random random) {
            var section = any(model.sections, random);
            var student = any(model.students, random);
            if (Model.size(section) < 3 || !Model.sits(student, section) || !model.mayEnd(1)) {
                return NOTHING;
            }
            return section.without(student).id() + " loses " + student.id();
        }
    },
    CLASS_CHANGES_TEACHERS {
        @Override
        String change(Model model, Random random) {
            var section = any(model.sections, random);
            var one = random.nextInt(model.teachers.size());
            section.taughtBy(model.teachers.get(one), model.teachers.get((one + 1) % model.teachers.size()));
            return section.id();
        }
    },
    SCHOOL_OPENS {
        @Override
        String change(Model model, Random random) {
            var school = model.district.school("New " + random.nextInt(99));
            model.spareSchools.add(school);
            return school.id();
        }
    },
    SCHOOL_CLOSES {
        @Override
        String change(Model model, Random random) {
            if (model.spareSchools.isEmpty()) {
                return NOTHING;
            }
            var school = model.spareSchools.remove(0);
            school.remove();
            return school.id();
        }
    },
    SCHOOL_IS_RENAMED {
        @Override
        String change(Model model, Random random) {
            return any(model.schools, random)
                    .set("/name", "School " + random.nextInt(999))
                    .id();
        }
    },
    TERM_GETS_NEW_CLEVER_ID {
        @Override
        String change(Model model, Random random) {
            return any(model.terms, random).newId().id();
        }
    },
    COURSE_CHANGES {
        @Override
        String change(Model model, Random random) {
            return any(model.courses, random)
                    .set("/name", "Course " + random.nextInt(999))
                    .id();
        }
    },
    CLEVER_HIDES_LAST_SYNC {
        @Override
        String change(Model model, Random random) {
            model.district.lastSync(null);
            return "";
        }
    },
    CLEVER_TELLS_LAST_SYNC {
        @Override
        String change(Model model, Random random) {
            model.district.lastSync(Instant.parse("2026-02-01T00:00:00Z").plusSeconds(random.nextInt(1_000_000)));
            return "";
        }
    };

    static final String NOTHING = "(nothing)";

    /** Changes the model as one step, by this random choice. Out: what was done, without anybody's name. */
    final String apply(Model model, Random random) {
        return this + " " + model.changing(() -> change(model, random));
    }

    abstract String change(Model model, Random random);

    private static boolean isStaff(ListedPerson teacher) {
        return teacher.json().path("roles").has("staff");
    }

    private static <T extends ListedRecord> T any(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
