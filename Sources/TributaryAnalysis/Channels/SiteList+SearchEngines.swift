extension SiteList {
  /// SearchEngines.yml of github.com/matomo-org/searchengine-and-social-list, 15 July 2026, CC0 1.0;
  /// written by `Scripts/site-list`.
  static let searchEngines = """
    1.cz
    www.118700.se foretag.118700.se webben.118700.se
    www.123people.com 123people.{}
    so.360.cn www.so.com m.so.com www.sou.com
    www.abacho.de www.abacho.com www.abacho.co.uk www.se.abacho.com www.tr.abacho.com
      www.abacho.at www.abacho.fr www.abacho.es www.abacho.ch www.abacho.it
    abcsok.no verden.abcsok.no
    www.acoon.de
    chercherfr.aguea.com
    www.allaverksamheter.se
    alexa.com search.toolbars.alexa.com
    rechercher.aliceadsl.fr
    all.by
    www.allesklar.de www.allesklar.at www.allesklar.ch
    www.alltheinternet.com
    www.alltheweb.com
    alohafind.com
    www.altavista.com search.altavista.com listings.altavista.com altavista.de altavista.fr
      {}.altavista.com be-nl.altavista.com be-fr.altavista.com
    search.aol.com search.aol.it aolsearch.aol.com www.aolrecherche.aol.fr
      www.aolrecherches.aol.fr www.aolimages.aol.fr aim.search.aol.com www.recherche.aol.fr
      recherche.aol.fr find.web.aol.com recherche.aol.ca aolsearch.aol.co.uk search.aol.co.uk
      aolrecherche.aol.fr sucheaol.aol.de suche.aol.de o2suche.aol.de suche.aolsvc.de
      aolbusqueda.aol.com.mx alicesuche.aol.de alicesuchet.aol.de suchet2.aol.de
      search.hp.my.aol.com.au search.hp.my.aol.de search.hp.my.aol.it search-intl.netscape.com
      de.aolsearch.com
    apollo7.de
    sm.aport.ru
    arama.com
    www.arcor.de
    arianna.libero.it www.arianna.com
    ask.com web.ask.com int.ask.com mws.ask.com images.ask.com images.{}.ask.com
      ask.reference.com www.askkids.com iwon.ask.com www.ask.co.uk {}.ask.com www.qbyrd.com
      {}.qbyrd.com www.search-results.com www1.search-results.com int.search-results.com
      {}.search-results.com search.ask.com {}.search.ask.com avira-int.ask.com searchqu.com
      search.tb.ask.com nortonsafe.search.ask.com avira.search.ask.com int.search.tb.ask.com
    search.avira.com search.avira.net safesearch.avira.com
    searchatlas.centrum.cz
    search.auone.jp sp-search.auone.jp sp-web.search.auone.jp
    sp-image.search.auone.jp
    www2.austronaut.at www1.austronaut.at
    search.babylon.com searchassist.babylon.com
    www.baidu.com www1.baidu.com baidu.com m.baidu.com www.baidu.co.th zhidao.baidu.com
      tieba.baidu.com news.baidu.com
    cgi.search.biglobe.ne.jp
    images.search.biglobe.ne.jp
    bing.com {}.bing.com global.bing.com msnbc.msn.com dizionario.it.msn.com
      enciclopedia.it.msn.com cc.bingj.com
    blekko.com
    www.blogdigger.com
    www.blogpulse.com
    search.bluewin.ch
    search.brave.com
    web.canoe.ca
    search.centrum.cz morfeo.centrum.cz
    www.charter.net
    claro-search.com
    chat.openai.com chatgpt.com
    pesquisa.clix.pt
    coccoc.com
    search.comcast.net
    websearch.cs.com
    search.conduit.com images.search.conduit.com
    www.crawler.com
    www.cuil.com
    daemon-search.com my.daemon-search.com
    www.dasoertliche.de www2.dasoertliche.de
    www1.dastelefonbuch.de
    search.daum.net
    otsing.delfi.ee
    smart.delfi.lv
    digg.com
    fr.dir.com
    search.disconnect.me
    dmoz.org editors.dmoz.org
    duckduckgo.com r.duckduckgo.com
      duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion
    search.earthlink.net
    ecosia.org www.ecosia.org
    ariadna.elmundo.es
    www.eniro.se
    www.entireweb.com
    eo.st
    epicsearch.in www.epicsearch.in
    www.eurip.com
    www.euroseek.com
    www.everyclick.com
    www.exalead.fr www.exalead.com
    search.excite.it search.excite.fr search.excite.de search.excite.co.uk search.excite.es
      search.excite.nl msxml.excite.com www.excite.co.jp
    www.facebook.com
    www.fastbrowsersearch.com
    www.findhurtig.dk
    www.fireball.de fireball.com
    www.firstsfind.com
    www.fixsuche.de
    www.flix.de
    search.fooooo.com
    forestle.org {}.forestle.org forestle.mobi
    recherche.francite.com
    search.free.fr search1-2.free.fr search1-1.free.fr
    search.freecause.com
    suche.freenet.de
    freespoke.com
    friendfeed.com
    search.frontier.com
    gais.cs.ccu.edu.tw
    search.genieo.com
    geona.net
    gibiru.com www.gibiru.com
    www.gigablast.com
    dir.gigablast.com
    www.gnadenmeer.de
    www.gomeo.com
    search.goo.ne.jp ocnsearch.goo.ne.jp
    google.com google.{} encrypted.google.com www2.google.com ipv6.google.com go.google.com
      wwwgoogle.com wwwgoogle.{} gogole.com gogole.{} gppgle.com gppgle.{} googel.com googel.{}
      search.avg.com isearch.avg.com com.google.android.googlequicksearchbox search.chedot.com
      www.cnn.com darkoogle.com search.darkoogle.com search.foxtab.com www.gooofullsearch.com
      search.hiyo.com search.incredimail.com search1.incredimail.com search2.incredimail.com
      search3.incredimail.com search4.incredimail.com search.sweetim.com www.fastweb.it
      search.juno.com search.zum.com find.tdc.dk it.luna.tv searchresults.verizon.com
      search.walla.co.il search.alot.com suche.gmx.net search.gmx.com search.incredibar.com
      www.delta-search.com www1.delta-search.com search.1und1.de suche.1und1.de
      search.zonealarm.com start.lenovo.com wow.com {}.wow.com search.leonardo.it
      www.optuszoo.com.au search.dolphin-browser.jp netlavis.azione.jp search.nan.so
      cgi2.nintendo.co.jp search.smt.docomo.ne.jp image.search.smt.docomo.ne.jp gfsoso.com
      searches.safehomepage.com searches.f-secure.com search.f-secure.com
      webcache.googleusercontent.com monumentbrowser.com search.bt.com startab.me search.abv.bg
      search.xfinity.com www.kadaza.com
    blogsearch.google.com blogsearch.google.{}
    cse.google.com cse.google.{}
    images.google.com images.google.{}
    maps.google.com maps.google.{}
    news.google.com news.google.{}
    scholar.google.com scholar.google.{}
    googlesyndicatedsearch.com
    translate.google.com
    video.google.com
    www.goyellow.de
    www.gulesider.no
    www.haosou.com
    www.highbeam.com
    req.hit-parade.com class.hit-parade.com www.hit-parade.com
    holmes.ge
    www.hooseek.com
    www.hotbot.com
    start.iplay.com
    blogs.icerocket.com
    www.icq.com search.icq.com
    www.ilse.nl
    search.imesh.com
    www2.inbox.com
    www.info.com
    infospace.com dogpile.com tattoodle.com metacrawler.com webfetch.com webcrawler.com
      search.kiwee.com searches.vi-view.com search.webssearches.com search.fbdownloader.com
      searches3.globososo.com wsdsold.infospace.com search.avast.com isearch.babylon.com
      start.facemoods.com start.funmoods.com search.magentic.com search.searchcompletion.com
      www.searchmobileonline.com isearch.glarysoft.com search.chatzum.com home.speedbit.com
      search.b1.org searchya.com search.handycafe.com search.v9.com search.iminent.com
      utorrent.inspsearch.com govome.inspsearch.com
    www.google.interia.pl
    www.isodelen.se
    ixquick.com www.eu.ixquick.com ixquick.de www.ixquick.de us.ixquick.com s1.us.ixquick.com
      s2.us.ixquick.com s3.us.ixquick.com s4.us.ixquick.com s5.us.ixquick.com eu.ixquick.com
      s8-eu.ixquick.com s1-eu.ixquick.de s2-eu4.ixquick.com s5-eu4.ixquick.com
    junglekey.com junglekey.fr
    www.jungle-spider.de
    www.juniorsafesearch.com
    jyxo.1188.cz
    k9safesearch.com
    kagi.com
    karmasearch.org
    www.kataweb.it
    www.kensaq.com
    kvasir.no www.kvasir.no
    www.toile.com web.toile.com
    laban.vn
    www.latne.lv
    search.lilo.org
    lo.st
    www.localmoxie.com
    www.lookany.com
    search.lookseek.com
    www.looksmart.com
    search.lycos.com lycos.{}
    www.maailm.com
    go.mail.ru
    www.mamma.com mamma75.mamma.com
    www.meinestadt.de
    meta.ua
    s1.metacrawler.de s2.metacrawler.de s3.metacrawler.de
    meta.rrzn.uni-hannover.de www.metager.de metager.de
    metager2.de
    www.mister-wong.com www.mister-wong.de
    www.mojeek.com
    www.monstercrawler.com
    www.mozbot.fr www.mozbot.co.uk www.mozbot.com
    www.myprivatesearch.com
    searchservice.myspace.com
    www.mysearch.com ms114.mysearch.com ms146.mysearch.com kf.mysearch.myway.com
      ki.mysearch.myway.com search.myway.com search.mywebsearch.com
    www.najdi.si
    search.nate.com
    search.naver.com
    ko.search.need2find.com
    www.neti.ee
    search.nifty.com search.azby.fmworld.net
    videosearch.nifty.com
    nigma.ru
    oceanhero.today
    szukaj.onet.pl
    online.no
    www.only-search.com
    www.1881.no
    busca.orange.es lemoteur.ke.voila.fr lemoteur.orange.fr
    www.paperball.de
    extern.peoplecheck.de
    search.peoplepc.com
    www.perplexity.ai
    www.picsearch.com
    www.plazoo.com
    plusnetwork.com
    poisk.ru
    presearch.com
    www.privacywall.org
    search.qip.ru
    www.qualigo.at www.qualigo.ch www.qualigo.de www.qualigo.nl
    www.quendu.com
    www.qwant.com lite.qwant.com
    websearch.rakuten.co.jp
    nova.rambler.ru
    www.riksdelen.se
    search.rr.com
    rpmfind.net fr2.rpmfind.net
    pesquisa.sapo.pt
    scour.com
    www.search.ch
    www.search.com
    searchalot.com
    www.searchcanvas.com
    searchlock.com results.searchlock.com
    www.searchy.co.uk
    search.seesaa.jp
    bg.setooz.com da.setooz.com el.setooz.com fa.setooz.com ur.setooz.com {}.setooz.com
    search.seznam.cz
    videa.seznam.cz
    www.sharelook.fr
    www.skynet.be
    m.sm.cn so.m.sm.cn m.sp.sm.cn yz.m.sm.cn quark.sm.cn
    www.sm.de
    search.smartaddressbar.com
    search.smartshopping.com
    search.snap.do
    www.so-net.ne.jp
    video.so-net.ne.jp
    search.softonic.com
    www.sogou.com sogou.com m.sogou.com wap.sogou.com english.sogou.com
    www.soso.com
    www.sputnik.ru
    startpage.com classic.startpage.com www.startpage.com eu.startpage.com s6-eu5.ixquick.com
      s2-eu4.startpage.com s6-eu4.startpage.com s7-eu4.startpage.com s1-eu5.startpage.com
      s2-eu5.startpage.com s4-eu5.startpage.com s5-eu5.startpage.com s6-eu5.startpage.com
      s7-eu5.startpage.com s8-eu5.startpage.com s10-eu5.startpage.com s11-eu5.startpage.com
      s12-eu5.startpage.com s13-eu5.startpage.com s14-eu5.startpage.com
      startpagel6srwcjlue4zgq3zevrujfaow726kjytqbbjyrswwmjzcqd.onion
    startgoogle.startpagina.nl
    www.startsiden.no startsiden.no
    stract.com
    suche.info
    www.suchmaschine.com
    www.suchnase.de
    surfcanyon.com
    swiggle.org.uk
    swisscows.com
    suche.t-online.de brisbane.t-online.de navigationshilfe.t-online.de
    www.talimba.com
    www.talktalk.co.uk
    tarmot.com
    technorati.com
    www.teoma.com
    buscador.terra.es buscador.terra.cl buscador.terra.com.br
    search.tiscali.it search-dyn.tiscali.it hledani.tiscali.cz
    www.tixuma.de
    www.toolbarhome.com vshare.toolbarhome.com
    www.toppreise.ch toppreise.ch fr.toppreise.ch de.toppreise.ch en.toppreise.ch
    www.torry.io
    tusksearch.com
    www.trouvez.com
    www.trovarapido.com
    www.trusted-search.com
    search.trustnav.com
    www.twingly.com
    busca.uol.com.br
    www.url.org
    www.vinden.nl
    www.vindex.nl search.vindex.nl
    ricerca.virgilio.it ricercaimmagini.virgilio.it ricercavideo.virgilio.it
      ricercanews.virgilio.it mobile.virgilio.it
    search.ke.voila.fr www.lemoteur.fr
    web.volny.cz
    vuhuv.com
    www.walhello.info www.walhello.com www.walhello.de www.walhello.nl
    suche.web.de m.suche.web.de
    www.web.nl
    www.weborama.fr
    www.websearch.com
    fr.wedoo.com en.wedoo.com es.wedoo.com
    search.winamp.com
    szukaj.wp.pl
    www.witch.de
    www.woopie.jp
    search.www.ee
    www.x-recherche.com
    search.yahoo.com malaysia.search.yahoo.com {}.search.yahoo.com cade.yahoo.com
      espanol.search.yahoo.com qc.search.yahoo.com one.cn.yahoo.com r.search.yahoo.com
      www.cercato.it search.offerbox.com www.benefind.de ys.mirostart.com
    images.search.yahoo.com {}.images.yahoo.com cade.images.yahoo.com espanol.images.yahoo.com
      qc.images.yahoo.com
    search.yahoo.co.jp jp.hao123.com home.kingsoft.jp jwsearch.jword.jp
    image.search.yahoo.co.jp
    video.search.yahoo.co.jp
    search.yam.com
    yandex.ru yandex.com yandex.{} www.yandex.{} clck.yandex.{} m.yandex.{} ya.ru
      yabs.yandex.{}
    images.yandex.ru images.yandex.com images.yandex.{}
    www.yasni.de www.yasni.com www.yasni.co.uk www.yasni.ch www.yasni.at
    www.yatedo.com www.yatedo.fr
    yellowmap.de
    yep.com
    search.yippy.com
    www.yongzin.com
    you.com
    www.yougoo.fr
    www.zapmeta.com zapmeta.{} {}.zapmeta.com www.zapmetasearch.{}
    p.zhongsou.com
    www3.zoek.nl
    www.zoeken.nl
    zoohoo.cz
    www.zoznam.sk
    www.zxuso.com
    kwzf.net
    """
}
