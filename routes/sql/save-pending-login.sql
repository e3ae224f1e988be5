-- save-pending-login.sql: remember a login that is being sent to Clever.
--
-- In   stateHash     SHA-256 of the state
--      browserHash   SHA-256 of the browser's cookie
--      nonce, codeVerifier, returnTo, district   what it will be finished with, or begun anew; each may be null
--      others        how many other logins of the browser may stay
--      seconds       how long a login can be finished
-- Out  nothing
--
-- The browser's oldest ones make room: somebody who opens tab after tab finishes the newest. Those that were taken or are too
-- old wait for the sweep and count no more. Logins that begin at the same moment do not see each other, and may leave one more
-- each: the number only keeps the table small.
with crowded as (
  delete from sso.pending_login
  where state_hash in (
    select state_hash
    from sso.pending_login
    where browser_hash = :?browserHash
      and taken_at is null
      and began_at > now() - make_interval(secs => :?seconds)
    order by began_at desc
    offset :?others
  )
)
insert into sso.pending_login (state_hash, browser_hash, nonce, code_verifier, return_to, district)
values (:?stateHash, :?browserHash, :?nonce::text, :?codeVerifier::text, :?returnTo::text, :?district::text)
