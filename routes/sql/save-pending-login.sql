-- save-pending-login.sql: remember a login that is being sent to Clever.
--
-- In   stateHash     SHA-256 of the state
--      browserHash   SHA-256 of the browser's cookie
--      nonce, codeVerifier, returnTo   what it will be finished with; each may be null
--      others        how many other logins of the browser may stay
-- Out  nothing
--
-- The browser's oldest ones make room: somebody who opens tab after tab finishes the newest.
with crowded as (
  delete from sso.pending_login
  where state_hash in (
    select state_hash
    from sso.pending_login
    where browser_hash = :?browserHash
    order by began_at desc
    offset :?others
  )
)
insert into sso.pending_login (state_hash, browser_hash, nonce, code_verifier, return_to)
values (:?stateHash, :?browserHash, :?nonce::text, :?codeVerifier::text, :?returnTo::text)
