-- save-poll.sql: keep what came of a look at Clever's list, and forget the oldest.
--
-- In   byHand, outcome, reason, listed, here, missing, arrived, returned, gone  see sync.poll
-- Out  number of rows inserted, 1
with forgotten as (
  delete from sync.poll
  where at < now() - interval '90 days'
)
insert into sync.poll (by_hand, outcome, reason, listed, here, missing, arrived, returned, gone)
values (
  :?byHand::boolean,
  :?outcome::text,
  :?reason::text,
  :?listed::int,
  :?here::int,
  :?missing::int,
  :?arrived::int,
  :?returned::int,
  :?gone::int
)
