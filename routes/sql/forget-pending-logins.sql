-- forget-pending-logins.sql: forget the logins that nobody can finish any more.
--
-- In   seconds   how long a login can be finished
-- Out  nothing; the count of rows
--
-- Twice as long: who comes too late is told so, and not that the login is unknown.
delete from sso.pending_login
where began_at < now() - 2 * make_interval(secs => :?seconds)
