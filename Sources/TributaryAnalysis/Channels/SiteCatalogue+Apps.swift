extension SiteCatalogue {
  /// Apps by package, where the package does not begin with the site's name turned round
  /// (`com.twitter.android`), and the apps of search engines; the first word is the source.
  static let apps: KeyValuePairs<SiteKind, String> = [
    .search: """
    google com.google.android.googlequicksearchbox com.google.android.apps.searchlite
    com.google.ar.lens com.google.googlemobile com.google.android.apps.magazines
    com.google.android.apps.maps, yandex ru.yandex.searchplugin ru.yandex.searchplugin.beta
    ru.yandex.mobile.search com.yandex.searchapp, bing com.microsoft.bing
    com.microsoft.bingintl, yahoo com.yahoo.mobile.client.android.search
    com.yahoo.mobile.client.android.yahoo jp.co.yahoo.android.yjtop, duckduckgo
    com.duckduckgo.mobile.android com.duckduckgo.mobile.ios, ecosia com.ecosia.android, qwant
    com.qwant.liberty, startpage com.startpage.mobile com.startpage.app, swisscows.com
    com.swisscows.search, baidu com.baidu.searchbox com.baidu.searchbox.lite, sogou.com
    com.sogou.activity.src, search.naver.com com.nhn.android.search, search.daum.net
    net.daum.android.daum, seznam.cz cz.seznam.sbrowser cz.seznam.seznam, petalsearch.com
    com.huawei.search, go.mail.ru ru.mail.search.electroscope
    """,
    .social: """
    tiktok.com com.zhiliaoapp.musically com.zhiliaoapp.musically.go com.ss.android.ugc.trill
    com.ss.android.ugc.aweme com.ss.iphone.ugc.ame, vk.com com.vkontakte.android
    com.vkontakte.android.beta com.vk.im, dzen.ru com.yandex.zen, t.me org.thunderdog.challegram
    org.aka.messenger ph.telegra.telegraph org.telegram.messenger org.telegram.messenger.web
    org.telegram.plus, max.ru ru.oneme.app, instagram.com com.burbn.instagram, x.com
    com.atebits.tweetie2, whatsapp.com com.whatsapp com.whatsapp.w4b net.whatsapp.whatsapp,
    snapchat.com com.toyopagroup.picaboo, line.me jp.naver.line.android jp.naver.line, zalo.me
    com.zing.zalo, wechat.com com.tencent.mm com.tencent.xin, qzone.qq.com com.tencent.mobileqq
    com.qzone, weibo.com com.sina.weibo, xiaohongshu.com com.xingin.xhs, kuaishou.com
    com.smile.gifmaker com.kuaishou.nebula, bilibili.com tv.danmaku.bili, bsky.app
    xyz.blueskyweb.app, mastodon.social org.joinmastodon.android, app.slack.com com.slack,
    discord.com com.hammerandchisel.discord, kakao.com com.iwilab.kakaotalk, reddit.com
    com.laurencedawson.reddit_sync com.laurencedawson.reddit_sync.pro
    com.andrewshu.android.reddit free.reddit.news com.rubenmayayo.reddit, news.ycombinator.com
    io.github.hidroh.materialistic, workplace.com com.facebook.work
    """,
    .video: """
    youtube.com com.google.android.youtube com.google.android.youtube.tv
    com.google.android.apps.youtube.music com.google.android.apps.youtube.kids
    com.google.ios.youtube, vkvideo.ru com.vk.vkvideo
    """,
    .shopping: """
    wildberries.ru com.wildberries.ru, avito.ru com.avito.android, market.yandex.ru
    ru.beru.android, temu.com com.einnovation.temu, shein.com com.zzkko, amazon
    com.amazon.mshop.android.shopping, shopping.yahoo.co.jp jp.co.yahoo.android.yshopping
    """,
    .email: """
    mail.google.com com.google.android.gm com.google.android.gm.lite com.google.gmail,
    outlook.live.com com.microsoft.office.outlook com.microsoft.outlooklite, mail.yahoo.com
    com.yahoo.mobile.client.android.mail com.yahoo.aerogram
    com.yahoo.mobile.client.android.mail.lite jp.co.yahoo.android.ymail, mail.yandex.ru
    ru.yandex.mail ru.yandex.mail.beta, e.mail.ru ru.mail.mailapp ru.mail.mailbox com.my.mail,
    mail.rambler.ru ru.rambler.mail, mail.gmx.net
    de.gmx.mobile.android.mail, mail.web.de de.web.mobile.android.mail, mail.com
    com.mail.mobile.android.mail, mail.t-online.de de.telekom.mail, mail.freenet.de
    de.freenet.mail, mail.orange.fr com.orange.mail.fr, mail.laposte.net fr.laposte.lapostemail,
    mail.libero.it it.italiaonline.mail, mail.seznam.cz cz.seznam.email, mail.wp.pl
    pl.wp.wppoczta, mail.onet.pl pl.onet.mail, mail.aol.com com.aol.mobile.aolapp,
    mail.proton.me ch.protonmail.android ch.protonmail.protonmail, app.tuta.com
    de.tutao.tutanota, fastmail.com com.fastmail.app, mail.zoho.com com.zoho.mail, icloud.com
    com.apple.mobilemail, mail.naver.com com.nhn.android.mail, mail.daum.net
    net.daum.android.mail, mail.qq.com com.tencent.androidqqmail com.tencent.qqmail,
    mail.163.com com.netease.mail com.netease.mobimail, app.hey.com com.basecamp.hey,
    mail.earthlink.net com.earthlink.myearthlink, email com.samsung.android.email.provider
    com.android.email com.fsck.k9 net.thunderbird.android me.bluemail.mail com.readdle.spark
    com.easilydo.mail eu.faircode.email com.huawei.email com.superhuman.mail
    """,
    .aiAssistant: """
    chatgpt.com com.openai.chatgpt com.openai.chat, claude.ai com.anthropic.claude,
    gemini.google.com com.google.android.apps.bard com.google.gemini, copilot.microsoft.com
    com.microsoft.copilot, grok.com ai.x.grok, chat.mistral.ai ai.mistral.chat, poe.com
    com.poe.android, meta.ai com.facebook.stella, character.ai ai.character.app, doubao.com
    com.larus.nova, kimi.com com.moonshot.kimichat, chat.qwen.ai com.aliyun.tongyi,
    alice.yandex.ru com.yandex.aliceapp, giga.chat com.sberdevices.gigachat
    """,
  ]
}
