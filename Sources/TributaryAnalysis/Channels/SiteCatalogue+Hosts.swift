extension SiteCatalogue {
  /// Sites and apps by host; everything below a host is the same site unless it is in `exactOnly`.
  static let hosts: [String: Entry] = {
    var table: [String: Entry] = [:]
    func add(_ sites: KeyValuePairs<SiteKind, String>, isPaid: Bool, from start: Int) {
      for (kind, text) in sites {
        for site in text.split(separator: ",") {
          let names = site.split { $0 == " " || $0 == "\n" }.map(String.init)
          let site = Site(kind: kind, name: names[0], isPaid: isPaid)
          for name in names.dropFirst(start) {
            table[name] = Entry(site: site, isWhole: !exactOnly.contains(name))
          }
        }
      }
    }
    add(sites, isPaid: false, from: 0)
    add(apps, isPaid: false, from: 0)
    add(advertisements, isPaid: true, from: 1)
    return table
  }()

  /// Portals whose other services are no search engines, and homes of blogs that are sites of
  /// their own.
  private static let exactOnly: Set<String> = [
    "ya.ru", "web.de", "gmx.net", "t-online.de", "wp.pl", "onet.pl", "seznam.cz", "orange.fr",
    "virgilio.it", "rambler.ru", "naver.com", "daum.net", "msn.com", "centrum.cz", "excite.com",
    "rakuten.co.jp", "biglobe.ne.jp", "tut.by", "wordpress.com", "blogspot.com", "typepad.com",
    "substack.com", "over-blog.com", "canalblog.com", "fc2.com", "fandom.com",
  ]

  /// Sites parted by commas: the first host is the source that visits are booked under.
  private static let sites: KeyValuePairs<SiteKind, String> = [
    .search: """
    yandex ya.ru, bing msn.com ntp.msn.com, go.mail.ru nova.mail.ru, nova.rambler.ru rambler.ru,
    sputnik.ru, duckduckgo duckduckgo.com, startpage startpage.com, lycos.com, sogou.com, so.com
    so.360.cn sou.com 360.cn, sm.cn, search.naver.com naver.com, search.daum.net daum.net,
    seznam.cz search.seznam.cz firmy.cz, search.brave.com, swisscows.com, mojeek.com,
    metager.org metager.de, gibiru.com, presearch.com, kagi.com, search.ukr.net, meta.ua,
    search.tut.by tut.by, coccoc.com, onet.pl, wp.pl szukaj.wp.pl, t-online.de
    suche.t-online.de, web.de suche.web.de, gmx.net suche.gmx.net suche.gmx.{} search.gmx.{},
    suche.1und1.de search.1und1.de, orange.fr lemoteur.orange.fr, virgilio.it,
    search.comcast.net search.xfinity.com, dogpile.com, info.com, webcrawler.com,
    petalsearch.com, exalead.com, excite.com, search.marginalia.nu, search.centrum.cz
    centrum.cz, rakuten.co.jp, search.biglobe.ne.jp biglobe.ne.jp, yep.com, stract.com,
    neeva.com, search.lilo.org, searx.be searx.space, search.avast.com
    """,
    .social: """
    vk.com vk.ru m.vk.com away.vk.com vk.me vkontakte.ru, ok.ru m.ok.ru odnoklassniki.ru
    odnoklassniki.ua, t.me telegram.org web.telegram.org telegram.me, max.ru, pikabu.ru,
    tenchat.ru, dzen.ru dzen.com zen.yandex.ru zen.yandex.com, my.mail.ru, babyblog.ru,
    livejournal.com livejournal.ru, threads.net threads.com, facebook.com fb.com m.facebook.com
    l.facebook.com lm.facebook.com fb.me fb.watch messenger.com m.me, workplace.com,
    instagram.com l.instagram.com ig.me, tiktok.com vm.tiktok.com douyin.com, x.com twitter.com
    t.co mobile.twitter.com tweetdeck.com, linkedin.com lnkd.in, pinterest.com pin.it,
    reddit.com old.reddit.com out.reddit.com redd.it, snapchat.com, whatsapp.com wa.me
    api.whatsapp.com web.whatsapp.com, viber.com, tumblr.com, quora.com, discord.com discord.gg
    discordapp.com, bsky.app go.bsky.app skyfeed.app, mastodon.social mastodon.online, weibo.com
    weibo.cn, wechat.com weixin.qq.com, qzone.qq.com, xiaohongshu.com xhslink.com, kuaishou.com,
    zhihu.com, dianping.com, tieba.baidu.com, line.me, kakao.com, zalo.me, skype.com
    web.skype.com, app.slack.com, xing.com, flickr.com, meetup.com, nextdoor.com, bilibili.com,
    news.ycombinator.com, gab.com, badoo.com, digg.com, mix.com, flipboard.com, getpocket.com,
    instapaper.com, smartnews.com, linktr.ee, lnk.bio, patreon.com, classmates.com, renren.com,
    douban.com, plurk.com, deviantart.com, pixiv.net, stackoverflow.com stackexchange.com
    superuser.com serverfault.com askubuntu.com, goodreads.com, slashdot.org, fark.com,
    ravelry.com, houzz.com, glassdoor.com, skyrock.com, viadeo.com, hi5.com, tagged.com,
    myspace.com, yammer.com, medium.com, blogger.com blogspot.com, wordpress.com, typepad.com,
    substack.com, disqus.com disq.us, fandom.com, wattpad.com, scoop.it, paper.li, over-blog.com,
    canalblog.com, hatena.ne.jp b.hatena.ne.jp, ameblo.jp ameba.jp, fc2.com, mixi.jp, 5ch.net,
    okwave.jp, blog.naver.com, cafe.naver.com, kin.naver.com, yelp.com yelp.{}, tripadvisor.com
    tripadvisor.{}, trustpilot.com trustpilot.{}, gutefrage.net, draugiem.lv, meneame.net,
    taringa.net, suomi24.fi
    """,
    .video: """
    youtube.com m.youtube.com youtu.be youtube-nocookie.com, rutube.ru, vkvideo.ru, vimeo.com,
    dailymotion.com, twitch.tv, netflix.com, hulu.com, disneyplus.com, ted.com, youku.com,
    iqiyi.com iq.com, wistia.com wistia.net, crackle.com, curiositystream.com, d.tube,
    utreon.com, veoh.com, smotrim.ru, ivi.ru, okko.tv, kinopoisk.ru, rumble.com, odysee.com,
    kick.com
    """,
    .shopping: markets,
    .email: """
    e.mail.ru light.mail.ru touch.mail.ru octavius.mail.ru win.mail.ru checklink.mail.ru,
    mail.yandex.ru mail.360.yandex.ru, mail.google.com inbox.google.com, outlook.live.com
    mail.live.com outlook.com hotmail.com, outlook.office.com outlook.office365.com
    outlook.cloud.microsoft, mail.gmx.net deref-gmx.{}, mail.web.de deref-web.de, mail.com
    deref-mail.com, email.1und1.de deref-1und1.de deref-1und1-02.de, icloud.com, fastmail.com
    fastmail.fm, app.tuta.com tutanota.com, app.hey.com, mail.superhuman.com,
    connect.xfinity.com, secureurl.ukr.net, privateemail.com, emailsrvr.com, titan.email,
    inbox.com, sibmail.com, mastermail.ru, webmail.co.za, urldefense.com
    urldefense.proofpoint.com, mimecastprotect.com, linkprotect.cudasvc.com
    """,
    .aiAssistant: """
    chatgpt.com chat.openai.com labs.openai.com, claude.ai, you.com, perplexity.ai, copilot.com,
    copilot.microsoft.com copilot.cloud.microsoft, gemini.google.com bard.google.com
    notebooklm.google.com, alice.yandex.ru, giga.chat gigachat.ru, chat.deepseek.com
    deepseek.com, grok.com, chat.mistral.ai, meta.ai, poe.com, phind.com, duck.ai, pi.ai,
    iask.ai, chatglm.cn chat.z.ai, yiyan.baidu.com ai.baidu.com chat.baidu.com, kimi.com
    kimi.moonshot.cn, chat.qwen.ai tongyi.com, doubao.com, character.ai, jasper.ai,
    writesonic.com, copy.ai, andisearch.com, felo.ai, komo.ai, chatplus.com chat-gpt.org
    """,
  ]
}
