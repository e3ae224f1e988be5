-- auto-accept.sql: accept the districts that wait for us, where the service may do so by itself.
--
-- In   district    Clever's id of a district, or null for all
--      autoAccept  whether it may
-- Out  number of districts accepted
--
-- Never one that a person declined, that was purged, or whose token is not for us.
update sync.connection target set
  taken_on_at = now(),
  taken_on_by = 'auto-accept'
where :?autoAccept::boolean
  and (:?district::text is null or target.clever_id = :?district::text)
  and target.onboarding = 'requested'
  and target.taken_on_at is null
  and target.rostering
  and target.disconnected_at is null
  and target.purged_at is null
  and not exists (
    select
    from sync.probe probe
    where probe.district_id = target.district_id and not probe.is_ours
  )
