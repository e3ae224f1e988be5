-- set-schedule.sql: change the schedule of a district; what is null stays, what is cleared goes back to its default first.
--
-- In   districtId     our key of the district
--      cron           a Quartz cron expression, or null
--      clearCron      whether its own one goes
--      timeZone       a time zone, or null
--      clearTimeZone  whether its own one goes
--      misfire        fire or skip, or null
-- Out  number of rows updated, 1
update sync.connection set
  cron = coalesce(:?cron::text, case when :?clearCron then null else cron end),
  time_zone = coalesce(:?timeZone::text, case when :?clearTimeZone then null else time_zone end),
  misfire = coalesce(:?misfire::text, misfire)
where district_id = :?districtId
