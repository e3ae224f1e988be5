-- list-owned-columns.sql: say which columns of a row are the SIS's, and which are ours.
--
-- In   entity  table in schema galileo; for person its roles are named too
-- Out  rows: entity, sis, ours; each a list of names
--
-- The SIS's are those that the plan compares (views stage.*_wanted): every sync puts them back to what Clever says.
select
  held.table_name as entity,
  string_agg(held.column_name, ', ' order by held.ordinal_position)
    filter (where wanted.column_name is not null) as sis,
  string_agg(held.column_name, ', ' order by held.ordinal_position)
    filter (where wanted.column_name is null) as ours
from information_schema.columns held
left join information_schema.columns wanted
  on wanted.table_schema = 'stage'
  and wanted.table_name = held.table_name || '_wanted'
  and wanted.column_name = held.column_name
  and wanted.column_name not in ('district_id', 'id')
where held.table_schema = 'galileo'
  and (
    held.table_name = :?entity::text
    or (
      :?entity::text = 'person'
      and held.table_name in ('student', 'teacher', 'staff', 'district_admin', 'contact')
    )
  )
group by held.table_name
order by held.table_name <> :?entity::text, held.table_name
