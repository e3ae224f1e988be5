-- check-sharing.sql: does the district share at least one school and one student with us?
--
-- In   district  Clever's id of a district, or null for all that are not scheduled
-- Out  number of rows written; none when nothing has changed
--
-- By the newest look that succeeded (sync.probe); a later one that failed is said beside it.
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
  'sharing',
  3,
  is_so.shared,
  case
    when is_so.shared then 'us'
    when not probe.is_ours then 'Clever'
    when probe.probed_at is not null or probe.error_class = 'AUTH' then 'the district'
    when probe.failed_at is not null and probe.error_class <> 'LOCAL' then 'Clever'
    else 'us'
  end,
  case
    when probe.probed_at is null and probe.failed_at is null then 'Clever has not been asked yet.'
    when probe.probed_at is null then probe.problem
    when not probe.is_ours then 'Not asked: its token is for another application.'
    else
      'Shared: ' || coalesce(nullif(concat_ws(
        ', ',
        case when probe.schools then 'schools' end,
        case when probe.students then 'students' end,
        case when probe.sections then 'sections' end,
        case when probe.courses then 'courses' end,
        case when probe.terms then 'terms' end
      ), ''), 'nothing') || '.'
      || coalesce(' Later Clever could not be asked: ' || probe.problem, '')
  end,
  case
    when is_so.shared then null
    when not probe.is_ours then 'Ask Clever why its list has a token of another application; check CLEVER_CLIENT_ID.'
    when probe.probed_at is not null then
      'It chooses in Clever what to share with this application: at least a school with its students.'
    when probe.error_class = 'AUTH' then 'It accepts the connection with this application in Clever again.'
    else 'The next poll asks Clever; at once: district ' || connection.clever_id || ' --probe'
  end,
  coalesce(probe.probed_at, probe.failed_at)
from sync.connection connection
left join sync.probe probe on probe.district_id = connection.district_id
cross join lateral (select coalesce(probe.is_ours and probe.schools and probe.students, false) as shared) is_so
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
