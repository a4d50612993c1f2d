extension SiteCatalogue {
  /// Sites by host; everything below a host is the same site unless it stands in `exactOnly`.
  static let hosts: [String: Site] = {
    var table: [String: Site] = [:]
    for (kind, lines) in hostLines {
      for line in lines {
        let names = line.split(separator: " ").map(String.init)
        for name in names { table[name] = Site(kind: kind, name: names[0]) }
      }
    }
    return table
  }()

  /// Portals whose other services are no search engines.
  static let exactOnly: Set<String> = [
    "ya.ru", "web.de", "gmx.net", "t-online.de", "wp.pl", "onet.pl", "seznam.cz", "orange.fr",
    "virgilio.it",
  ]

  /// A line is one site: its first host is the source that visits are booked under.
  private static let hostLines: KeyValuePairs<SiteKind, [String]> = [
    .search: [
      "yandex ya.ru",
      "go.mail.ru nova.mail.ru", "nova.rambler.ru", "sputnik.ru",
      "duckduckgo duckduckgo.com", "startpage startpage.com", "lycos.com",
      "sogou.com", "so.com so.360.cn sou.com", "sm.cn", "search.naver.com", "search.daum.net",
      "seznam.cz search.seznam.cz", "search.brave.com", "swisscows.com", "mojeek.com",
      "metager.org metager.de", "gibiru.com", "presearch.com", "kagi.com",
      "search.ukr.net", "meta.ua", "search.tut.by", "coccoc.com", "onet.pl", "wp.pl szukaj.wp.pl",
      "t-online.de suche.t-online.de", "web.de suche.web.de", "gmx.net suche.gmx.net",
      "orange.fr lemoteur.orange.fr", "virgilio.it", "search.comcast.net", "dogpile.com",
      "info.com", "webcrawler.com", "petalsearch.com", "exalead.com", "search.marginalia.nu",
      "google com.google.android.googlequicksearchbox",
      "yandex ru.yandex.searchplugin",
    ],
    .social: [
      "vk.com vk.ru m.vk.com away.vk.com vk.me vkontakte.ru com.vkontakte.android",
      "ok.ru m.ok.ru odnoklassniki.ru",
      "t.me telegram.org web.telegram.org telegram.me org.telegram.messenger",
      "dzen.ru dzen.com zen.yandex.ru zen.yandex.com", "max.ru", "pikabu.ru",
      "my.mail.ru", "livejournal.com livejournal.ru",
      "facebook.com fb.com m.facebook.com l.facebook.com lm.facebook.com fb.me messenger.com"
        + " com.facebook.katana",
      "instagram.com l.instagram.com com.instagram.android", "threads.net threads.com",
      "tiktok.com vm.tiktok.com douyin.com", "x.com twitter.com t.co mobile.twitter.com",
      "linkedin.com lnkd.in com.linkedin.android", "pinterest.com pin.it com.pinterest",
      "reddit.com old.reddit.com out.reddit.com redd.it com.reddit.frontpage",
      "whatsapp.com wa.me api.whatsapp.com web.whatsapp.com com.whatsapp",
      "viber.com com.viber.voip", "snapchat.com", "tumblr.com", "quora.com",
      "discord.com discord.gg discordapp.com", "bsky.app go.bsky.app skyfeed.app",
      "mastodon.social mastodon.online", "weibo.com weibo.cn", "wechat.com weixin.qq.com",
      "qzone.qq.com", "line.me", "xing.com", "flickr.com", "meetup.com", "nextdoor.com",
      "news.ycombinator.com", "gab.com", "badoo.com",
      "classmates.com", "renren.com", "douban.com", "plurk.com", "deviantart.com",
      "stackoverflow.com stackexchange.com", "goodreads.com", "slashdot.org", "fark.com",
      "skyrock.com", "viadeo.com", "hi5.com", "tagged.com", "myspace.com", "yammer.com",
    ],
    .video: [
      "youtube.com m.youtube.com youtu.be com.google.android.youtube", "rutube.ru",
      "vkvideo.ru", "vimeo.com", "dailymotion.com", "twitch.tv", "netflix.com", "hulu.com",
      "disneyplus.com", "ted.com", "bilibili.com", "youku.com", "iqiyi.com", "wistia.com",
      "crackle.com", "smotrim.ru", "ivi.ru", "okko.tv", "kinopoisk.ru", "rumble.com", "odysee.com",
    ],
    .shopping: [
      "market.yandex.ru", "ozon.ru", "wildberries.ru wb.ru", "megamarket.ru sbermegamarket.ru",
      "price.ru", "e-katalog.ru", "hotline.ua", "prom.ua", "rozetka.com.ua", "avito.ru",
      "onliner.by catalog.onliner.by", "kaspi.kz", "goods.ru", "aport.ru", "sravni.com",
      "alibaba.com", "taobao.com tmall.com", "jd.com",
      "etsy.com", "walmart.com", "shopping.com", "idealo.de idealo.co.uk", "kelkoo.com",
      "pricerunner.com", "shopzilla.com", "bizrate.com", "shopify.com", "mercadolibre.com",
      "mercadolibre.com.mx mercadolibre.com.ar", "allegro.pl", "ceneo.pl", "heureka.cz",
    ],
    .email: [
      "mail.yandex.ru", "mail.rambler.ru", "e.mail.ru light.mail.ru touch.mail.ru octavius.mail.ru",
      "mail.google.com com.google.android.gm", "outlook.live.com outlook.com hotmail.com",
      "outlook.office.com outlook.office365.com", "mail.aol.com", "mail.proton.me",
      "mail.zoho.com", "mail.qq.com", "mail.163.com", "webmail.t-online.de", "icloud.com",
    ],
    .aiAssistant: [
      "chatgpt.com chat.openai.com labs.openai.com", "claude.ai", "you.com", "perplexity.ai",
      "copilot.com",
      "copilot.microsoft.com", "gemini.google.com bard.google.com notebooklm.google.com",
      "alice.yandex.ru", "giga.chat gigachat.ru", "chat.deepseek.com deepseek.com",
      "grok.com", "chat.mistral.ai", "meta.ai", "poe.com", "phind.com", "duck.ai", "pi.ai",
      "iask.ai", "chatglm.cn", "yiyan.baidu.com ai.baidu.com", "kimi.com kimi.moonshot.cn",
      "chat.qwen.ai", "doubao.com", "character.ai", "jasper.ai", "writesonic.com", "copy.ai",
      "andisearch.com", "felo.ai", "komo.ai", "chatplus.com chat-gpt.org",
    ],
  ]
}
