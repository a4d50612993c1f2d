-- The spend records of the dirty days, each with the campaign and channel of its tags.
delete from spend_fact
where day in (select day from temp.dirty_day);

insert into spend_fact (
  day, source, medium, campaign, campaign_id, ad_group, keyword, geodomain, campaign_key, channel,
  cost, impressions, clicks
)
select
  d.day,
  s.source,
  s.medium,
  s.campaign,
  s.campaign_id,
  s.ad_group,
  s.keyword,
  s.geodomain,
  t.campaign_key,
  coalesce(t.channel, 'unassigned') as channel,
  exchanged(s.cost, r.rate) as cost,
  coalesce(s.impressions, 0) as impressions,
  coalesce(s.clicks, 0) as clicks
from temp.dirty_day d
cross join spend s on s.date = d.day
left join campaign_tag t on t.source = s.source and t.medium = s.medium
  and t.campaign = s.campaign and t.campaign_id = s.campaign_id
left join day_rate r on r.day = d.day and r.currency = s.currency;
