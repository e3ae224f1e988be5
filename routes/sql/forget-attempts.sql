-- forget-attempts.sql: delete a batch of attempts to sign in that are old enough.
--
-- In   days  after so many days they are
-- Out  number of rows deleted; 0 when none is left
--
-- The oldest have the smallest numbers: with nothing to do only one batch is looked at.
delete from sso.attempt target
using (
  select attempt_id
  from sso.attempt
  order by attempt_id
  limit 10000
) oldest
where target.attempt_id = oldest.attempt_id
  and target.at < now() - make_interval(days => :?days::int)
