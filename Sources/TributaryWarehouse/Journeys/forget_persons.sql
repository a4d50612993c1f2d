-- What was written of the persons that the members were, before it is written anew.
delete from attribution_credit
where conversion_id in (
  select c.conversion_id
  from temp.journey_person p
  cross join conversion c on c.person_id = p.person_id
);

delete from conversion where person_id in (select person_id from temp.journey_person);

delete from person_touchpoint where person_id in (select person_id from temp.journey_person);

delete from person_member where person_id in (select person_id from temp.journey_person);

delete from person where person_id in (select person_id from temp.journey_person);
