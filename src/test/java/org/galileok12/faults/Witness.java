package org.galileok12.faults;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Watches inside the database who writes: a checkpoint (and with it a staged page), a journal entry or a publication by a node
 * whose epoch is not the district's any more is noted in the writer's own transaction. Which epoch a node believes in, it says
 * when it asks for its fence ({@link StatementMoments}): a claimed run keeps its number, so the row alone does not tell who wrote.
 * Who writes without having asked is noted too.
 */
final class Witness {

    private final JdbcTemplate db;

    private Witness(JdbcTemplate db) {
        this.db = db;
    }

    static Witness install(JdbcTemplate db) {
        db.execute("create schema witness");
        db.execute("create table witness.epoch (district_id integer, epoch bigint)");
        db.execute("create table witness.stale_write (district_id integer, run_id bigint, what text)");
        db.execute("""
                create function witness.stale(wrote_district integer, wrote_run bigint, wrote text) returns void language sql as $$
                  insert into witness.stale_write
                  select wrote_district, wrote_run, wrote
                  where not exists (
                    select from sync.run r join sync.connection c using (district_id)
                    where r.district_id = wrote_district and r.run_id = wrote_run and r.epoch = c.epoch and r.state = 'RUNNING'
                      and c.epoch::text = current_setting('witness.epoch', true))
                $$""");
        db.execute("""
                create function witness.of_row() returns trigger language plpgsql as $$
                begin
                  perform witness.stale(new.district_id, new.run_id, tg_argv[0]);
                  return null;
                end $$""");
        db.execute("""
                create function witness.of_entries() returns trigger language plpgsql as $$
                begin
                  perform witness.stale(district_id, run_id, tg_argv[0]) from (select distinct district_id, run_id from wrote) each;
                  return null;
                end $$""");
        db.execute("create trigger watched after insert or update on sync.run_collection for each row"
                + " execute function witness.of_row('staged a page')");
        db.execute(
                "create trigger watched after update on sync.run for each row"
                        + " when (old.published_at is distinct from new.published_at) execute function witness.of_row('published')");
        db.execute(
                "create trigger watched after insert on sync.journal referencing new table as wrote for each statement"
                        + " execute function witness.of_entries('wrote the journal')");
        db.execute("""
                create function witness.grows() returns trigger language plpgsql as $$
                begin
                  if new.epoch <> 0 and exists (
                    select from witness.epoch e where e.district_id = new.district_id and e.epoch >= new.epoch) then
                    insert into witness.stale_write values (new.district_id, 0, 'took an epoch back');
                  end if;
                  insert into witness.epoch values (new.district_id, new.epoch);
                  return null;
                end $$""");
        db.execute("create trigger watched after update on sync.connection for each row"
                + " when (old.epoch <> new.epoch) execute function witness.grows()");
        return new Witness(db);
    }

    /** What stale runs of a district have written, empty if all is well. */
    List<String> of(String district) {
        return db.queryForList("""
                select 'run ' || run_id || ' ' || what from witness.stale_write w
                join sync.connection c using (district_id) where c.clever_id = ? limit 5""", String.class, district);
    }
}
