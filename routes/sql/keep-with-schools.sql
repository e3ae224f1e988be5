-- keep-with-schools.sql: let people and classes stay whose school is marked to stay.
--
-- In   districtId  our key of the district
--      verdict     held or protected: what marked rows are
-- Out  number of rows marked
--
-- A school that stays only because one row needs it lets the others go; not so one that would lose too much at once, also
-- when it is not listed any more and stays only because somebody still names it.
-- The statements keep-*.sql run until none of them marks anything more.
update stage.change target set
  verdict = :?verdict,
  cause = 'hangs on a row that stays'
where target.district_id = :?districtId
  and target.action = 'deactivate'
  and target.verdict is null
  and target.entity in ('student', 'teacher', 'staff', 'section', 'person_school')
  and target.school_id in (
    select school.id
    from stage.change school
    where school.district_id = :?districtId
      and school.entity = 'school'
      and school.action = 'deactivate'
      and (
        school.verdict = :?verdict and school.cause <> 'a row that stays hangs on it'
        or school.id in (
          select school_id
          from stage.scope
          where district_id = :?districtId and rule is not null and school_id is not null
        )
      )
    union all
    select tripped.school_id
    from stage.scope tripped
    join stage.reference named
      on named.district_id = :?districtId
      and named.entity = 'school'
      and named.how = 'named'
      and named.id = tripped.school_id
    where tripped.district_id = :?districtId and tripped.rule is not null
  )
