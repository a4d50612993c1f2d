-- The members are done.
delete from temp.journey_seed
where (kind, member) in (select kind, member from temp.journey_member);

delete from temp.journey_member;

delete from temp.journey_person;
