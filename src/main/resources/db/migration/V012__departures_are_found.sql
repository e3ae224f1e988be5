-- Who left since a moment: by changed_at, since a rollback puts an old deactivated_at back. Small: only they are in it.
--
-- Alone in its transaction: a publication locks sync.connection first and galileo.person then. Whoever waits for one of them
-- while holding the other, as V011 would, stops every run or ends in a deadlock with one.
create index person_departed_idx on galileo.person (changed_at) where not active;
