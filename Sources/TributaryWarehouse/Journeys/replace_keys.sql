-- The keys of the seeds, read anew.
delete from identity_key
where (kind, member) in (select kind, member from temp.journey_seed);

insert or ignore into identity_key (key, kind, member)
select key, kind, member from temp.seed_key;
