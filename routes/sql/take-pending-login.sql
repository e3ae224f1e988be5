-- take-pending-login.sql: take a login that Clever answered, or say why it cannot be taken.
--
-- In   stateHash     SHA-256 of the state that came back
--      browserHash   SHA-256 of the cookie of the browser that brought it
--      seconds       how long a login can be finished
-- Out  one row: outcome (taken, spent, expired, foreign, unknown); nonce, code_verifier when taken; return_to, district where
--      it is this browser's
--
-- The row is kept until it is swept, so that a second answer is known as such. Of two at the same moment the second waits for the
-- first one's lock and finds the row taken.
with taken as (
  update sso.pending_login set taken_at = now()
  where state_hash = :?stateHash
    and browser_hash = :?browserHash
    and taken_at is null
    and began_at > now() - make_interval(secs => :?seconds)
  returning nonce, code_verifier
),
known as (
  select browser_hash, taken_at, began_at, return_to, district
  from sso.pending_login
  where state_hash = :?stateHash
)
select
  case
    when exists (select from taken) then 'taken'
    when not exists (select from known) then 'unknown'
    when (select browser_hash from known) <> :?browserHash then 'foreign'
    when (select taken_at is null and began_at <= now() - make_interval(secs => :?seconds) from known) then 'expired'
    else 'spent'
  end as outcome,
  (select nonce from taken) as nonce,
  (select code_verifier from taken) as code_verifier,
  (select return_to from known where browser_hash = :?browserHash) as return_to,
  (select district from known where browser_hash = :?browserHash) as district
