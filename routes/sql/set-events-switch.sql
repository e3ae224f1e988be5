-- set-events-switch.sql: let a district be followed by events, or no longer.
--
-- In   districtId  our key of the district
--      on          whether it is followed
-- Out  number of rows updated, 1
--
-- In the transaction of find-district-to-hold.sql. Whoever is switched off loses the place among the events: switched on again, a
-- full run has to find it. Switching on what is on changes nothing.
update sync.connection set
  events = :?on::boolean,
  events_cursor = case when events and :?on::boolean then events_cursor end,
  events_overlap = case when events and :?on::boolean then events_overlap end,
  events_cursor_at = case when events and :?on::boolean then events_cursor_at end,
  events_read_at = case when events and :?on::boolean then events_read_at end,
  events_gap = case when events and :?on::boolean then events_gap end,
  events_trouble = case when events and :?on::boolean then events_trouble end
where district_id = :?districtId
