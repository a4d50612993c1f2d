/// Where people read their letters in a browser.
///
/// A house that gives mailboxes has a host for them below its own, told by a word:
/// `mail01.orange.fr`, `lightmailer-bap.web.de`, `messagerie.orange.fr`. Programs for mail that a
/// firm runs itself stand under their name below the firm's domain: `webmail.firm.example`.
/// A host of an unknown house that is merely called mail may be anything.
enum MailSites {
  /// The mail site of a normalised host, nil for any other host.
  static func site(ofHost host: String) -> SiteCatalogue.Site? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 2, let first = labels.first else { return nil }
    for start in 1..<labels.count - 1 {
      let house = labels[start...].joined(separator: ".")
      if isHouse(house), labels[..<start].contains(where: { isWord($0, among: words) }) {
        return SiteCatalogue.Site(kind: .email, name: "mail." + house)
      }
    }
    return isWord(first, among: programs) ? SiteCatalogue.Site(kind: .email, name: host) : nil
  }

  private static func isHouse(_ name: String) -> Bool {
    if houses.contains(name[...]) { return true }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return SiteCatalogue.endings(of: labels).contains {
      houses.contains(labels.dropLast($0).joined(separator: ".") + ".{}")
    }
  }

  /// Whether a label is the word, alone or with a number or more behind it: `mail01`, `3c-bap`.
  private static func isWord(_ label: Substring, among words: Set<Substring>) -> Bool {
    words.contains(label) || words.contains(label.prefix { $0 != "-" })
      || words.contains(label.prefix { $0 != "-" && !("0"..."9").contains($0) })
  }

  private static let words = set(
    """
    mail email webmail wmail exmail mailbusiness lightmailer freemail mymail mailbox upcmail
    messagerie messageriepro messaging owa poczta posta posteo correo freemailng navigator 3c bap
    zimbra roundcube horde squirrelmail imp rich inbox post
    """)

  private static let programs = set(
    "webmail roundcube horde squirrelmail rainloop snappymail zimbra owa sogo mailcow")

  /// Providers of mailboxes and of access to the net; `{}` stands for a country's ending.
  private static let houses = set(
    """
    google.{} yahoo.{} yahoo.net live.com yandex.{} mail.ru rambler.ru aol.{} mail.com email.com
    gmx.{} web.de t-online.de freenet.de 1und1.de ionos.{} 1and1.{} strato.{} vodafone.{} arcor.de
    o2online.de o2.{} kabelmail.de unity-mail.de unitybox.de netcologne.de ewe.net osnanet.de
    mailbox.org posteo.de mail.de all-inkl.com kasserver.com hetzner.com mittwald.de
    a1.net aon.at chello.{} upc.{} magenta.at bluewin.ch hispeed.ch sunrise.ch swisscom.ch
    infomaniak.com protonmail.com proton.me protonmail.ch hostpoint.ch
    orange.{} wanadoo.{} free.fr laposte.net sfr.{} neuf.fr numericable.fr bbox.fr
    bouyguestelecom.fr ovh.net ovh.com gandi.net
    libero.it virgilio.it tim.it alice.it tiscali.it fastwebnet.it fastweb.it aruba.it email.it
    pec.it inwind.it
    movistar.es telefonica.net terra.{} ono.com arsys.es sapo.pt iol.pt mail.pt
    uol.com.br bol.com.br ig.com.br globo.com locaweb.com.br
    ziggo.nl kpn.com kpnmail.nl xs4all.nl planet.nl hetnet.nl caiway.nl telenet.be proximus.be
    skynet.be voo.be one.com simply.com telia.{} telia.com telenor.no online.no tele2.{} bredband.net
    spray.se tdc.dk stofanet.dk youmail.dk elisa.fi saunalahti.fi kolumbus.fi dnainternet.fi
    wp.pl o2.pl onet.pl interia.pl gazeta.pl home.pl nazwa.pl seznam.cz centrum.cz volny.cz atlas.cz
    email.cz post.cz tiscali.cz azet.sk zoznam.sk post.sk freemail.hu citromail.hu indamail.hu
    abv.bg mail.bg dir.bg rdslink.ro siol.net t-2.net otenet.gr forthnet.gr
    ukr.net i.ua meta.ua bigmir.net tut.by inbox.{} mail.ee mail.kz
    qip.ru e1.ru ngs.ru nextmail.ru pochta.ru hotbox.ru nic.ru reg.ru timeweb.com timeweb.ru beget.com
    walla.co.il bezeqint.net 012.net.il turktelekom.com.tr mynet.com superonline.com
    naver.com daum.net nate.com hanmail.net kakao.com qq.com 163.com 126.com yeah.net sina.com.cn
    sina.cn sina.com sohu.com 139.com 189.cn wo.cn 21cn.com tom.com aliyun.com
    docomo.ne.jp nifty.com biglobe.ne.jp so-net.ne.jp ocn.ne.jp plala.or.jp auone.jp goo.ne.jp
    rediff.com rediffmail.com indiatimes.com sify.com zoho.{} zohomail.{} zoho.com
    comcast.net xfinity.com att.net att.com verizon.net verizon.com cox.net charter.net spectrum.net
    rr.com frontier.com centurylink.net centurylink.com earthlink.net juno.com netzero.net
    windstream.net optimum.net optonline.net suddenlink.net mediacombb.net tds.net hughes.net
    rogers.com shaw.ca telus.net bell.net bell.ca videotron.ca sympatico.ca cogeco.ca
    btinternet.com bt.com talktalk.co.uk talktalk.net virginmedia.com ntlworld.com sky.com plus.net
    eircom.net
    bigpond.com telstra.com optusnet.com.au optuszoo.com.au iinet.net.au tpg.com.au dodo.com.au
    westnet.com.au internode.on.net adam.com.au netspace.net.au iprimus.com.au commander.net.au
    virginbroadband.com.au 2degreesbroadband.co.nz xtra.co.nz spark.co.nz
    mweb.co.za telkomsa.net afrihost.co.za
    fastmail.com runbox.com hushmail.com startmail.com mailfence.com tutanota.com
    godaddy.com secureserver.net hostinger.com dreamhost.com bluehost.com namecheap.com hover.com
    easyname.{} loopia.{} domeneshop.no mailchannels.net rackspace.com icloud.com
    """)

  private static func set(_ text: String) -> Set<Substring> {
    Set(text.split { $0 == " " || $0 == "\n" })
  }
}
