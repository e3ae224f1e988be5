-- accept-district.sql: take a district on, let it be synchronised again, and remember which dry run was read.
--
-- In   districtId  our key of the district
--      by          who accepts it
--      readRun     the dry run that this person has read, or null
-- Out  number of rows updated, 1
--
-- In the transaction of hold-district.sql. Lifts the tombstone of a purge too. Nobody signs in by the roster from before it left:
-- mark-published.sql takes accepted_at away again. Who took it on, and when, is kept from the first time.
update sync.connection set
  accepted_at = case
    when disconnected_at is null and purged_at is null then accepted_at
    else now()
  end,
  disconnected_at = null,
  disconnected_by = null,
  purged_at = null,
  gone_at = null,
  missed_polls = 0,
  onboarding = case when onboarding in ('requested', 'declined') then 'accepted' else onboarding end,
  taken_on_at = case when onboarding in ('requested', 'declined') then now() else coalesce(taken_on_at, now()) end,
  taken_on_by = case when onboarding in ('requested', 'declined') then :?by::text else coalesce(taken_on_by, :?by::text) end,
  declined_because = null,
  read_run = coalesce(:?readRun::bigint, read_run),
  read_at = case when :?readRun::bigint is null then read_at else now() end,
  read_by = case when :?readRun::bigint is null then read_by else :?by::text end
where district_id = :?districtId
