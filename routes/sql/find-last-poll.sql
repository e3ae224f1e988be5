-- find-last-poll.sql: say how the newest look at Clever's list ended, and when one was last applied.
--
-- In   nothing
-- Out  one row: at, by_hand, outcome, reason, listed, here, missing, arrived, returned, gone, applied_at; none before the first
select
  poll.at,
  poll.by_hand,
  poll.outcome,
  poll.reason,
  poll.listed,
  poll.here,
  poll.missing,
  poll.arrived,
  poll.returned,
  poll.gone,
  (select max(applied.at) from sync.poll applied where applied.outcome = 'applied') as applied_at
from sync.poll poll
order by poll.poll_id desc
limit 1
