-- The keys of the seeds, read anew; what touched keys were judged to be is forgotten.
delete from identity_key
where (kind, member) in (select kind, member from temp.journey_seed);
insert or ignore into identity_key (key, kind, member, at)
select key, kind, member, at from temp.seed_key;
delete from nobody_key where key in (select key from temp.journey_key);
