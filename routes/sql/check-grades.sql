-- check-grades.sql: do the students have grade levels? Without an exact one Galileo cannot give them the tests of their grade.
--
-- In   district  Clever's id of a district, or null for all that are not scheduled
--      gradeShare  a larger share of students without an exact grade level keeps the item open ...
--      autoAccept  ... unless the service takes districts on by itself
-- Out  number of rows written; none when nothing has changed
--
-- By the newest run that read the district whole, a dry run or another one, since the last purge. A person who has read the dry
-- run has seen these grades; so has one who let a roster be published.
insert into sync.checklist as target (
  district_id,
  item,
  position,
  done,
  acts,
  evidence,
  advice,
  looked_at
)
select
  connection.district_id,
  'grades',
  5,
  is_so.fine,
  case when snapshot.run_id is null or is_so.fine then 'us' else 'the district' end,
  case
    when snapshot.run_id is null then 'Not known before the first dry run.'
    else
      'Run ' || snapshot.run_id || ': ' || grades.inexact || ' of ' || grades.students || ' students ('
      || round(100.0 * grades.inexact / greatest(grades.students, 1), 1) || ' %) have no exact grade level: '
      || (snapshot.levels ->> 'without') || ' none, '
      || (snapshot.levels ->> 'other') || ' Other, '
      || (snapshot.levels ->> 'unknown') || ' unknown.'
      || coalesce(' Schools: ' || grades.schools || '.', '')
      || case when not is_so.few and is_so.seen then ' A person has seen that.' else '' end
  end,
  case
    when is_so.fine then null
    when snapshot.run_id is null then 'Type: sync ' || connection.clever_id || ' --dry-run'
    else 'It corrects the grades in its SIS; if they are to stay so, a person confirms the dry run that shows them (below).'
  end,
  snapshot.finished_at
from sync.connection connection
left join lateral (
  select
    run.run_id,
    run.finished_at,
    run.report -> 'gradeLevels' as levels
  from sync.run run
  where run.district_id = connection.district_id
    and run.trigger <> 'events'
    and run.report -> 'gradeLevels' is not null
    and run.run_id > coalesce(
      (
        select max(purge.run_id)
        from sync.run purge
        where purge.district_id = connection.district_id and purge.trigger = 'purge'
      ), 0
    )
  order by run.run_id desc
  limit 1
) snapshot on true
cross join lateral (
  select
    coalesce((snapshot.levels ->> 'students')::bigint, 0) as students,
    coalesce((snapshot.levels ->> 'without')::bigint, 0)
      + coalesce((snapshot.levels ->> 'other')::bigint, 0)
      + coalesce((snapshot.levels ->> 'unknown')::bigint, 0) as inexact,
    (
      select string_agg(
        coalesce(school ->> 'name', 'without a name') || ' ' || (school ->> 'inexact') || ' of ' || (school ->> 'students'),
        ', ' order by place
      )
      from jsonb_array_elements(snapshot.levels -> 'schools') with ordinality as worst (school, place)
      where place <= 5
    ) as schools
) grades
cross join lateral (
  select
    grades.inexact <= :?gradeShare::double precision * grades.students as few,
    connection.read_run >= snapshot.run_id
      or exists (
        select
        from sync.run published
        where published.district_id = connection.district_id
          and published.run_id >= snapshot.run_id
          and published.published_at is not null
          and published.trigger not in ('rollback', 'purge', 'events')
      ) as seen
) read
cross join lateral (
  select
    read.few,
    coalesce(read.seen, false) as seen,
    :?autoAccept::boolean or (snapshot.run_id is not null and (read.few or coalesce(read.seen, false))) as fine
) is_so
where (:?district::text is null and connection.onboarding <> 'scheduled')
  or connection.clever_id = :?district::text
order by connection.district_id
on conflict (district_id, item) do update set
  position = excluded.position,
  done = excluded.done,
  acts = excluded.acts,
  evidence = excluded.evidence,
  advice = excluded.advice,
  looked_at = excluded.looked_at
where (target.position, target.done, target.acts, target.evidence, target.advice, target.looked_at)
  is distinct from
    (excluded.position, excluded.done, excluded.acts, excluded.evidence, excluded.advice, excluded.looked_at)
