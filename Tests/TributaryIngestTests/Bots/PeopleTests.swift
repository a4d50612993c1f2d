import Testing

@testable import TributaryIngest

/// Telephones, tablets, televisions, consoles and browsers of people.
///
/// Sources: the makers' pages on their user agents, and models that device-detector knows.
struct PeopleTests {
  /// Models that are called bot or spider, or hold the word.
  static let models = [
    "M bot 60 Build/NRD90M", "M bot 51", "M bot Tab 103", "M_bot_tab_1150 Build/N9F27F",
    "C Bot Tab 70", "C Bot Tab 100", "B BOT 550 Build/MRA58K; wv", "IDbot553PLUS Build/MRA58K",
    "ID bot 53+ Build/NRD90M", "POWER BOT Build/MRA58K", "VR BOT 552 PLUS", "XBot Junior",
    "XBot_Senior Build/O11019", "Spider 8", "Spider-Tab 10", "Crawler One", "CUBOT NOTE 20",
    "CUBOT_X18_Plus", "CUBOT KING KONG CS", "Cubot_Max Build/LMY47D", "SCAN-T7", "Feed Pad 8",
    "Monitor M7", "Checkers C1",
  ]

  @Test(arguments: models)
  func `a telephone's model in the brackets makes no robot`(model: String) {
    let system = "Mozilla/5.0 (Linux; Android 11; \(model)) AppleWebKit/537.36 "
    let browsers = [
      "(KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
      "(KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
      "(KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 "
        + "[FB_IAB/FB4A;FBAV/480.0.0.54.88;]",
      "(KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Instagram "
        + "335.1.8.26.85 Android (30/11; 480dpi; 1080x2132; Maker; \(model); qcom; de_DE; 610)",
    ]
    for browser in browsers { #expect(!BotList.isBot(system + browser), "\(browser)") }
    #expect(BotList.isBot(system + browsers[0] + " (compatible; examplebot/1.0)"))
    #expect(BotList.isBot(system + browsers[0] + " ExampleBot/1.0"))
    #expect(
      BotList.isBot("Mozilla/5.0 (Linux; Android 11; \(model); examplebot/1.0) AppleWebKit/537.36"))
  }

  static let phone =
    "Mozilla/5.0 (Linux; Android 14; SM-S921B Build/UP1A; wv) AppleWebKit/537.36 "
    + "(KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36"
  static let iPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    + "(KHTML, like Gecko) Mobile/15E148"
  static let desktop =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    + "Chrome/138.0.0.0"

  static let apps = [
    phone + " (Ecosia android@126.0.6478.71)", phone + " PetalSearch/11.0.1.324",
    phone + " GSA/15.3.36.28.arm64", phone + " Pinterest for Android/12.20.0",
    phone
      + " Snapchat/12.80.0.38 (SM-S921B; Android 14#S921B#34; gzip; )",
    phone + " trill_2023001030 BytedanceWebview/d8a21c6",
    phone + " musical_ly_2022803040 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly",
    phone + " Line/13.21.1/IAB", phone + " MicroMessenger/8.0.49.2600(0x28003137) NetType/WIFI",
    phone + " QQ/8.9.68 V1_AND", phone + " KAKAOTALK/25.2.1", phone + " NAVER(inapp; search; 2000)",
    phone + " DuckDuckGo/5", phone + " VKAndroidApp/8.52", phone + " OKApp/24.2",
    phone
      + " TwitterAndroid", phone + " HuaweiBrowser/14.0.5.302", phone + " OPR/82.3.4342.79513",
    phone + " EdgA/126.0.2592.56", phone + " CamScanner/4.8.5", phone + " csh-store-checkout",
    phone + " YaApp_Android/24.60 YaSearchBrowser/24.60 BroPP/1.0", phone + " HeyTapBrowser/45.1",
    phone + " MiuiBrowser/14.9.1-gn", phone + " VivoBrowser/14.2", phone + " UCBrowser/13.4.0.1306",
    phone + " Viber/22.1", phone + " Klarna/24.20", phone + " MetaIAB Facebook",
    iPhone + " (Ecosia ios@9.2.3.1367)",
    iPhone + " [FBAN/FBIOS;FBAV/468.0.0.34.107;FBDV/iPhone14,5]",
    iPhone + " Instagram 335.1.8.26.85 (iPhone14,5; iOS 17_5; en_IR@calendar=gregorian; en; 610)",
    iPhone + " [Pinterest/iOS]",
    iPhone + " Snapchat/12.90.0.46 (like Safari/8618.2.12.10.9, panda)",
    iPhone + " BytedanceWebview/d8a21c6 musical_ly_34.6.0", iPhone + " Safari Line/14.9.0",
    iPhone + " MicroMessenger/8.0.49(0x18003130) NetType/4G", iPhone + " [LinkedInApp]/9.30.1",
    iPhone + " Twitter for iPhone/10.44", iPhone + " GSA/319.0.637154563 Safari/604.1",
    iPhone + " CriOS/126.0.6478.54 Safari/604.1", iPhone + " FxiOS/127.0 Safari/605.1.15",
    iPhone + " DuckDuckGo/7 Safari/605.1.15", iPhone + " OPT/4.7.0", iPhone + " KAKAOTALK 10.8.5",
    iPhone + " Version/17.5 YaBrowser/24.4.5 SA/3 Safari/604.1", iPhone + " BingSapphire/28.9",
    desktop + " Safari/537.36 Edg/138.0.0.0", desktop + " Safari/537.36 OPR/122.0.0.0",
    desktop + " YaBrowser/25.8.0 Yowser/2.5 Safari/537.36", desktop + " Safari/537.36 Vivaldi/7.1",
    desktop + " Whale/3.27.254.15 Safari/537.36", desktop + " Safari/537.36 Iron/138",
    desktop + " Electron/32.1 Safari/537.36 Slack/4.40", desktop + " Safari/537.36 QQBrowser/12.5",
    desktop + " Safari/537.36 360SE", desktop + " Safari/537.36 Avast/138.0",
    desktop
      + " Safari/537.36 CCleaner/138.0", desktop + " Puffin/10 Safari/537.36",
  ]

  static let others = [
    "[FBAN/FB4A;FBAV/567.1.0.52.74;FBBV/1;FBDM/{density=3.0};FBLC/en_GB;FBMF/samsung;FBDV/M bot 60]",
    "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; Banca Caboto s.p.a.; rv:11.0) like Gecko",
    "Mozilla/5.0 (compatible; MSIE 9.0; Windows Phone OS 7.5; Trident/5.0; IEMobile/9.0)",
    "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
    "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
    "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36",
    "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36 HbbTV/1.6.1 (+DRM; LGE/KTC/BOTECH; 58BSE9503; WEBOS22 04.42.26;)",
    "Mozilla/5.0 (Linux; Andr0id 9; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/77.0.3865.120 Safari/537.36 OPR/46.0 HbbTV/1.5.1 (+DRM;BOTECH;ATV R1;)",
    "HbbTV/1.6.1 (+DRM; Panasonic; SmartTV2022mid; 3.000; 0000;) Mozilla/5.0 (Linux; U; SmartTV; en-GB) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.150 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 9; AFTKA) AppleWebKit/537.36 (KHTML, like Gecko) Silk/126.4 like Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (PlayStation; PlayStation 5/9.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Safari/605.1.15",
    "Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.3.13.5 NintendoBrowser/5.1.0.22474",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox Series X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edge/44.18363.8131",
    "Mozilla/5.0 (X11; GNU/Linux) AppleWebKit/601.1 (KHTML, like Gecko) Tesla QtWebEngine/5.15 Chrome/109.0 Safari/601.1 Tesla/2024.20",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/191.283; U; en) Presto/2.12.423 Version/12.16",
    "Opera/9.70 (Linux armv7l ; U; turbotabbee/TSV2.0/1.02Q; fr) Presto/2.2",
    "Nokia6300/2.0 (07.21) Profile/MIDP-2.0 Configuration/CLDC-1.1 Mozilla/5.0 AppleWebKit/420+ (KHTML, like Gecko) Safari/420+",
    "MQQBrowser/5.2/Mozilla/5.0 (Linux; Android 4.4.2; SM-G3568V Build/KOT49H) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/30.0.0.0 Mobile Safari/537.36",
    "TV Bro/1.0 Mozilla/5.0 (Linux; Android 10; KM1 Build/QTT5; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/103.0.5060.71 Safari/537.36",
    "bonprix mobile App 1.30; Android 8.1.0 API 27; Mozilla/5.0 (Linux; Android 8.1.0; DRA-L01; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/77.0.3865.73 Mobile Safari/537.36",
    "QwantMobile/2.0 (iPhone; CPU iPhone OS 11_1_2 like Mac OS X) AppleWebKit/604.3.5 (KHTML, like Gecko) QwantiOS/2.0 Mobile/15B202 Safari/604.3.5",
    "Mozilla/5.0 (X11; U; Linux i686; th-TH@calendar=gregorian) AppleWebKit/534.12 (KHTML, like Gecko) Puffin/1.3.2665MS Safari/534.12",
    "Mozilla/5.0 (Linux; U; Android 1.6; fr-fr; LG-GT540 ; Build/Donut) AppleWebKit/528.5+ (KHTML, like Gecko) Version/3.1.2 Mobile Safari/525.20.1 Java/Jbed/7.0 Profile/MIDP-2.1",
    "Mozilla/5.0(compatible; U; InfiNet 0.1; Viera) AppleWebKit/420+ (KHTML, like Gecko)(avdn/Panasonic.tv.2013)",
  ]

  @Test(arguments: apps + others)
  func `a browser of people is none either`(agent: String) {
    #expect(!BotList.isBot(agent))
  }

  @Test(arguments: [
    " (admin@crawl.example)", " spider-feedback@crawl.example", " (contact: me@163.com)",
    " (compatible; Bytespider; x@y.example)", " (+https://crawl.example/about)",
    " (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)", " AdsBot-Google",
    " ExampleBot", " examplebot", " Some-Crawler/2.0", " bots", " HeadlessChrome/126.0.0.0",
  ])
  func `who says a name or an address of a program is a robot on any device`(word: String) {
    for system in [PeopleTests.phone, PeopleTests.iPhone, PeopleTests.desktop] {
      #expect(BotList.isBot(system + word))
    }
  }

  @Test(arguments: [
    "Mozilla/5.0", "Mozilla/5.0 Keydrop", "Mozilla/5.0 (compatible)", "Dalvik/2.1.0 (Linux; U)",
    "Mozilla/5.0 (ExampleBot)", "okhttp/4.12.0", "Instagram 335.1 (iPhone14,5)", "WhatsApp/2.24",
  ])
  func `what is no browser is a robot`(agent: String) {
    #expect(BotList.isBot(agent))
  }
}
