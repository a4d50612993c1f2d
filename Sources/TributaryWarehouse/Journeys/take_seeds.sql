-- The next seeds, from which the closure starts. Parameters: ?1 how many.
insert into temp.journey_member (kind, member, round)
select kind, member, 0 from temp.journey_seed order by kind, member limit ?1;
