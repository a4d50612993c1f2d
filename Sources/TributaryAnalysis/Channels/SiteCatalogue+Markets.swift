extension SiteCatalogue {
  /// Market places and comparisons of prices, in all countries of a house.
  static let markets = """
    market.yandex.ru, ozon.ru, wildberries.ru wb.ru, megamarket.ru sbermegamarket.ru, price.ru,
    torg.mail.ru, e-katalog.ru e-katalog.{} ek.ua nadavi.net, hotline.ua, price.ua, prom.ua,
    rozetka.com.ua, avito.ru, youla.ru, lamoda.ru, onliner.by catalog.onliner.by, 1k.by, shop.by,
    kaspi.kz, goods.ru, aport.ru, sravni.com, alibaba.com, taobao.com tmall.com, jd.com, temu.com,
    shein.com, etsy.com, walmart.com, shopping.com, shopping.net, shopify.com, shop.app, wish.com,
    newegg.com, overstock.com, simplycodes.com, idealo.de idealo.{}, kelkoo.com kelkoo.{}
    kelkoogroup.net, pricerunner.com pricerunner.{}, pricespy.co.uk pricespy.{}, prisjakt.nu
    prisjakt.no, shopzilla.com shopzilla.{}, bizrate.com bizrate.{}, pricegrabber.com
    pricegrabber.{}, nextag.com nextag.{}, twenga.com twenga.{}, ciao.de ciao.{}, leguide.com
    leguide.{}, shopbot.com.au shopbot.{}, shopping24.de shopping24.{}, stylight.com stylight.{},
    shopalike.de shopalike.{}, lyst.com lyst.{}, shopstyle.com shopstyle.{}, ladenzeile.de
    ladenzeile.{}, geizhals.at geizhals.{} skinflint.co.uk cenowarka.pl, billiger.de,
    guenstiger.de, preisvergleich.de, preis.de, preissuchmaschine.de, check24.de, hood.de,
    beslist.nl beslist.be, vergelijk.nl vergelijk.be, kieskeurig.nl kieskeurig.be, bol.com,
    cdiscount.com, trovaprezzi.it, shoppydoo.it shoppydoo.{}, kuantokusta.pt, hintaopas.fi,
    vertaa.fi, hinta.fi, pricecheck.co.za, priceme.co.nz, heureka.cz heureka.{}
    heurekashopping.sk, zbozi.cz, arukereso.hu, argep.hu, compari.ro, price.ro, emag.ro emag.{},
    pazaruvaj.com, ceneje.si, jeftinije.hr, idealno.rs, skroutz.gr skroutz.{}, bestprice.gr,
    allegro.pl allegro.{}, ceneo.pl, skapiec.pl, nokaut.pl, kurpirkt.lv, hind.ee, kaina24.lt,
    salidzini.lv, akakce.com, cimri.com, epey.com, trendyol.com, hepsiburada.com, n11.com,
    mercadolibre.com mercadolibre.{} mercadolivre.{}, buscape.com.br, zoom.com.br,
    bondfaro.com.br, americanas.com.br, kakaku.com, shopping.yahoo.co.jp, shopping.naver.com,
    danawa.com, enuri.com, coupang.com, gmarket.co.kr, shopee.com shopee.{}, lazada.com lazada.{},
    tokopedia.com, flipkart.com, getprice.com.au, staticice.com.au, myshopping.com.au,
    catch.com.au
    """
}
