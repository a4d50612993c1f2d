-- The spend records of the dirty days, each with the campaign and channel of its tags; of days that
-- several files tell of, those that count.
delete from spend_fact
where day in (select day from temp.dirty_day);

insert into spend_fact (
  day, source, medium, campaign, campaign_id, ad_group, keyword, geodomain, campaign_key, channel,
  currency, stated_cost, cost, impressions, clicks
)
with told as (
  select
    d.day, s.source, s.medium, s.campaign, s.campaign_id, s.ad_group, s.keyword, s.geodomain,
    s.currency, s.cost, s.impressions, s.clicks
  from temp.dirty_day d
  cross join spend s on s.date = d.day
  where not exists (select 1 from counted_spend c where c.day = d.day)
  union all
  select
    d.day, c.source, c.medium, c.campaign, c.campaign_id, c.ad_group, c.keyword, c.geodomain,
    c.currency, c.cost, c.impressions, c.clicks
  from temp.dirty_day d
  cross join counted_spend c on c.day = d.day
)
select
  s.day,
  s.source,
  s.medium,
  s.campaign,
  s.campaign_id,
  s.ad_group,
  s.keyword,
  s.geodomain,
  t.campaign_key,
  coalesce(t.channel, 'unassigned') as channel,
  s.currency,
  s.cost as stated_cost,
  exchanged(s.cost, r.rate) as cost,
  coalesce(s.impressions, 0) as impressions,
  coalesce(s.clicks, 0) as clicks
from told s
left join campaign_tag t on t.source = s.source and t.medium = s.medium
  and t.campaign = s.campaign and t.campaign_id = s.campaign_id
  and s.day between t.first_day and t.last_day
left join day_rate r on r.day = s.day and r.currency = s.currency;
