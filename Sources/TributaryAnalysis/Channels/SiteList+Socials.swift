extension SiteList {
  /// Socials.yml of github.com/matomo-org/searchengine-and-social-list, 15 July 2026, CC0 1.0;
  /// written by `Scripts/site-list`.
  static let socials = """
    badoo.com
    bebo.com
    bilibili.com
    blackplanet.com
    bsky.app skyfeed.app
    buzznet.com
    classmates.com
    global.cyworld.com
    discord.com discord.gg discordapp.com
    douyin.com
    douyu.com
    gaiaonline.com
    geni.com
    github.com
    plus.google.com url.google.com com.google.android.apps.plus
    douban.com
    dribbble.com
    facebook.com fb.me m.facebook.com l.facebook.com
    fetlife.com
    flickr.com
    flixster.com
    fotolog.com
    foursquare.com
    friendsreunited.com
    friendster.com
    gree.jp
    habbo.com
    news.ycombinator.com
    hi5.com
    huya.com
    hyves.nl
    identi.ca
    instagram.com l.instagram.com
    lang-8.com
    last.fm lastfm.ru lastfm.de lastfm.es lastfm.fr lastfm.it lastfm.jp lastfm.pl lastfm.com.br
      lastfm.se lastfm.com.tr
    linkedin.com lnkd.in linkedin.android
    livejournal.ru livejournal.com
    mastodon.social mastodon.cloud mastodon.technology mastodon.xyz mastodon.at mastodon.art
      mamot.fr pawoo.net mstdn.io mstdn.jp friends.nico ro-mastodon.puyo.jp quey.org
      botsin.space social.tchncs.de knzk.me mastodont.cat bitcoinhackers.org fosstodon.org
      chaos.social cybre.space vis.social typo.social front-end.social hachyderm.io
      mastodon.online newsie.social mstdn.social indieweb.social sfba.social mas.to mstdn.party
      c.im mastodonapp.uk universeodon.com social.vivaldi.net ohai.social toot.community
      masto.ai mastodon.scot mastodon.world mastodon.nz graphics.social
      org.joinmastodon.android mastodon.eus mastodon.jalgi.eus tkm.eus
    meinvz.net
    missevan.com
    mixi.jp
    moikrug.ru
    multiply.com
    my.mail.ru
    myheritage.com
    mylife.ru
    myspace.com
    myyearbook.com
    nk.pl
    netlog.com
    nicovideo.jp
    odnoklassniki.ru
    orkut.com
    qzone.qq.com
    peepeth.com
    pinterest.com pinterest.ca pinterest.ch pinterest.co.uk pinterest.com.au pinterest.de
      pinterest.dk pinterest.es pinterest.fr pinterest.ie pinterest.info pinterest.jp
      pinterest.nz pinterest.pt pinterest.se at.pinterest.com ch.pinterest.com cl.pinterest.com
      co.pinterest.com dk.pinterest.com es.pinterest.com hu.pinterest.com id.pinterest.com
      ie.pinterest.com in.pinterest.com it.pinterest.com kr.pinterest.com mx.pinterest.com
      nl.pinterest.com nz.pinterest.com ph.pinterest.com pt.pinterest.com ru.pinterest.com
      se.pinterest.com
    pixelfed.social pixelfed.de pxlmo.com metapixl.com pix.toot.wales pixelfed.uno pixey.org
    plaxo.com
    reddit.com np.reddit.com pay.reddit.com com.reddit.frontpage
    renren.com
    skyrock.com
    snapchat.com com.snapchat.android
    sonico.com
    soundcloud.com gate.sc
    stackoverflow.com
    studivz.net
    login.tagged.com
    taringa.net
    web.telegram.org org.telegram.messenger
    threads.net l.threads.net threads.com l.threads.com
    tiktok.com
    tuenti.com
    tumblr.com t.umblr.com
    twitcasting.tv
    twitter.com t.co x.com
    sourceforge.net
    stumbleupon.com
    vk.com vkontakte.ru
    youtube.com youtu.be
    v2ex.com
    viadeo.com
    vimeo.com
    vkrugudruzei.ru
    wayn.com
    wechat.com mp.weixin.qq.com open.weixin.qq.com channels.weixin.qq.com
    weibo.com t.cn
    weeworld.com
    login.live.com
    workplace.com l.workplace.com lm.workplace.com
    xanga.com
    xing.com
    """
}
