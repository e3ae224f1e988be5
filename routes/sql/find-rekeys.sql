-- find-rekeys.sql: find arrivals that are people whom the roster knows under an id that Clever has given up.
--
-- In   districtId  our key of the district
--      runId       the run
-- Out  number of entries in stage.identity: re-key, defer, possible re-key
--
-- Same role and SIS id, first or last name equal, the old row active until now and its id gone from the snapshot,
-- each side without another match: they keep their id. Where that fails, a person is asked and the arrival is new,
-- because districts recycle numbers. From an incomplete snapshot nobody is gone: the arrival waits (defer).
-- Events tell the two halves of a new id one after the other, in any order and often in two runs. So an old row that a run of
-- events switched off since the last snapshot that was complete in people counts as active until now; who is not told deleted may be there still:
-- an arrival with an equal name waits for that, and one without is somebody else. The beginning of a number is what indexes hold.
with follows as materialized (
  select
    run.trigger = 'events' as events,
    array(
      select following.run_id
      from sync.run following
      where following.district_id = :?districtId
        and following.trigger = 'events'
        and following.published_at is not null
        and following.run_id > coalesce((
          select max(whole.run_id)
          from sync.run whole
          where whole.district_id = :?districtId
            and whole.trigger not in ('events', 'rollback', 'purge')
            and whole.published_at is not null
            and whole.steady
            and not coalesce(whole.report -> 'unproven', '[]') @> '["users"]'
        ), 0)
        -- A district without any such run for long: districts recycle numbers over a summer.
        and following.started_at > now() - interval '14 days'
    ) as runs
  from sync.run run
  where run.district_id = :?districtId and run.run_id = :?runId
),
same_number as (
  select arrival.clever_id, roster.id, 'student' as role, roster.active
  from stage.arrival arrival
  join stage.student staged
    on staged.district_id = arrival.district_id and staged.clever_id = arrival.clever_id
  join galileo.student roster
    on roster.district_id = :?districtId
    and roster.sis_id = staged.sis_id
    and left(roster.sis_id, 100) = left(staged.sis_id, 100)
    and roster.origin = 'clever'
  where arrival.district_id = :?districtId
  union all
  select arrival.clever_id, roster.id, 'teacher', roster.active
  from stage.arrival arrival
  join stage.teacher staged
    on staged.district_id = arrival.district_id and staged.clever_id = arrival.clever_id
  join galileo.teacher roster
    on roster.district_id = :?districtId
    and roster.sis_id = staged.sis_id
    and left(roster.sis_id, 100) = left(staged.sis_id, 100)
    and roster.origin = 'clever'
  where arrival.district_id = :?districtId
  union all
  select arrival.clever_id, roster.id, 'staff', roster.active
  from stage.arrival arrival
  join stage.staff staged
    on staged.district_id = arrival.district_id and staged.clever_id = arrival.clever_id
  join galileo.staff roster
    on roster.district_id = :?districtId
    and roster.staff_id = staged.staff_id
    and left(roster.staff_id, 100) = left(staged.staff_id, 100)
    and roster.origin = 'clever'
  where arrival.district_id = :?districtId
  union all
  select arrival.clever_id, roster.id, 'contact', roster.active
  from stage.arrival arrival
  join stage.contact staged
    on staged.district_id = arrival.district_id and staged.clever_id = arrival.clever_id
  join galileo.contact roster
    on roster.district_id = :?districtId
    and roster.sis_id = staged.sis_id
    and left(roster.sis_id, 100) = left(staged.sis_id, 100)
    and roster.origin = 'clever'
  where arrival.district_id = :?districtId
),
pair as (
  select
    arrived.clever_id,
    gone.id,
    -- The selects with offset stay a look for each row that has left; without, the journal could be read from end to end.
    bool_and(
      (gone.active or exists (
        select from sync.journal departure
        where departure.district_id = :?districtId
          and departure.entity = 'person'
          and departure.id = gone.id
          and departure.action = 'deactivate'
          and departure.run_id = any ((select runs from follows)::bigint[])
        offset 0
      ))
      and (same_number.active or exists (
        select from sync.journal departure
        where departure.district_id = :?districtId
          and departure.entity = same_number.role
          and departure.id = same_number.id
          and departure.action = 'deactivate'
          and departure.run_id = any ((select runs from follows)::bigint[])
        offset 0
      ))
    ) as active,
    bool_and(gone.active and not exists (
      select from stage.deletion told
      where told.district_id = :?districtId and told.collection = 'users' and told.clever_id = gone.clever_id
    )) as untold,
    bool_or(lower(gone.first_name) = lower(arrived.first_name)
      or lower(gone.last_name) = lower(arrived.last_name)) is true as same_name
  from same_number
  join stage.person arrived
    on arrived.district_id = :?districtId and arrived.clever_id = same_number.clever_id
  join galileo.person gone
    on gone.district_id = :?districtId and gone.id = same_number.id and gone.origin = 'clever'
  where not exists (
      select from stage.person present
      where present.district_id = :?districtId and present.clever_id = gone.clever_id
    )
    and not exists (
      select from stage.filtered present
      where present.district_id = :?districtId
        and present.collection = 'users'
        and present.clever_id = gone.clever_id
    )
    and not exists (
      select from stage.rejected present
      where present.district_id = :?districtId
        and present.collection = 'users'
        and present.clever_id = gone.clever_id
    )
    -- Kept out by an earlier run, and not told deleted since: present, and not shared.
    and not exists (
      select from sync.filtered_id present
      where (select events from follows)
        and present.district_id = :?districtId
        and present.collection = 'users'
        and present.clever_id = gone.clever_id
    )
  group by arrived.clever_id, gone.id
),
judged as (
  select
    pair.clever_id,
    pair.id,
    (select events from follows) and pair.untold as waits,
    pair.active and pair.same_name
      and count(*) over (partition by pair.clever_id) = 1
      and count(*) over (partition by pair.id) = 1 as same_person
  from pair
  where not ((select events from follows) and pair.untold and not pair.same_name)
)
insert into stage.identity (district_id, clever_id, id, how)
select
  :?districtId,
  clever_id,
  min(id),
  case
    when bool_or(waits) then 'defer'
    when not bool_or(same_person) then 'possible re-key'
    when (select events from follows) or exists (
      select from sync.proven proof
      where proof.district_id = :?districtId and proof.run_id = :?runId and proof.entity = 'person'
    ) then 're-key'
    else 'defer'
  end
from judged
group by clever_id
