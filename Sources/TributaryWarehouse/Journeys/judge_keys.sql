-- Which of the touched keys that somebody carries join nobody, and why. A record carries at most two contacts of a kind, so
-- that a key of half as many records as may carry it is neither a crowd's nor of strangers.
-- Parameters: ?1 the most records of one kind that may carry a key within 30 days, and the most
-- contacts of another kind that the records of a contact may carry.
with busy as (
  select key
  from temp.journey_key touched
  where (
    select 1 from identity_key k where k.key = touched.key limit 1 offset ?1 / 2
  ) is not null
), carried as (
  select k.key, k.kind, k.at
  from busy
  cross join identity_key k on k.key = busy.key
), browser as (
  select key, substr(key, 9) as member
  from temp.journey_key
  where key >= 'visitor:' and key < 'visitor;'
), confirmed as (
  -- Orders whose confirmation a browser shows, or that name it.
  select browser.key, shown.key as order_key, shown.at, 1 as is_shown
  from browser
  cross join identity_key shown on shown.kind = 'visitor' and shown.member = browser.member
  where shown.key like 'order:%'
  union all
  select browser.key, 'order:' || joined_order(named.member), named.at, 0
  from browser
  cross join identity_key named on named.key = browser.key and named.kind = 'order'
), happened as (
  select key, kind, at from carried where kind <> 'call'
  union all
  -- Redials of a day are one call.
  select key, kind, min(at) from carried where kind = 'call' group by key, at / 86400000
  union all
  select key, 'confirmed order', min(at) from confirmed group by key, order_key
), crowd as (
  select key
  from (
    select key, at, lead(at, ?1) over (partition by key, kind order by at) as later
    from happened
  )
  where later - at < 30 * 86400000
), contact as (
  select key, kind, member, substr(key, 1, instr(key, ':')) as key_kind
  from identity_key
  where key like 'phone:%' or key like 'email:%' or key like 'card:%'
), strangers as (
  select mine.key
  from busy
  cross join contact mine on mine.key = busy.key
  cross join contact other on other.kind = mine.kind and other.member = mine.member
  where other.key_kind <> mine.key_kind
  group by mine.key, other.key_kind
  having count(distinct other.key) > ?1
  union
  -- A tablet in the shop, an owner's browser: the contacts of the orders that it confirmed.
  select confirmed.key
  from confirmed
  cross join identity_key o on o.key = confirmed.order_key and o.kind = 'order'
  cross join contact other on other.kind = o.kind and other.member = o.member
  where confirmed.is_shown
  group by confirmed.key, other.key_kind
  having count(distinct other.key) > ?1
)
insert into nobody_key (key, reason)
select
  key, coalesce(known_reason, iif(key in (select key from crowd), 'crowd', 'strangers'))
from (
  select
    key,
    -- Made-up phones and addresses without a reader: `ContactKey.nobodyMark`.
    coalesce(
      known_reason,
      iif(key like 'email:00000000%' or key like 'phone:00000000%', 'placeholder', null)
    ) as known_reason
  from temp.journey_key
) touched
where known_reason is not null and (
    exists (select 1 from identity_key k where k.key = touched.key)
    or key like 'visitor:%' and exists (
      select 1 from session s where s.visitor = cast(substr(touched.key, 9) as integer)
    )
  )
  or key in (select key from crowd)
  or key in (select key from strangers);
