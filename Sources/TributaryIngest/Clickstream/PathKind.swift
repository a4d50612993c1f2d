/// What the path of a request stands for.
enum PathKind: Equatable {
  /// What a person looks at, also when a program makes it: `/index.php`, `/shoes.html`, `/usb-3.0`.
  case page
  /// A file that is pulled in or taken home: a style, a picture, a manifest, a price list.
  case file
  /// What a program answers to another: a JSON interface, a probe of the server's health.
  case answer

  /// Files are told by the whole suffix of the path's last part, or by its whole name; answers by
  /// the path's first parts. Case does not matter.
  init(path: String) {
    let path = path.lowercased()
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let last = (parts.last ?? "").prefix { $0 != ";" }
    if PathKind.isFile(last) {
      self = .file
    } else if PathKind.isAnswer(path, parts, last) {
      self = .answer
    } else {
      self = .page
    }
  }

  private static func isFile(_ name: Substring) -> Bool {
    if fileNames.contains(name) { return true }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    return suffixes.contains(name[name.index(after: dot)...])
  }

  private static func isAnswer(
    _ path: String, _ parts: ArraySlice<Substring>, _ last: Substring
  ) -> Bool {
    if answerNames.contains(last) || answerPaths.contains(path) { return true }
    guard let first = parts.first, parts.count > 1 else { return false }
    if answerFolders.contains(first) { return true }
    // `/rest/V1/carts`, `/de/wp-json/wc`: the shop's language may stand in front.
    let second = parts[parts.startIndex + 1]
    return first == "rest" && ["v1", "v2", "default", "all"].contains(second)
      || parts.count > 2 && first.utf8.count == 2 && languageFolders.contains(second)
  }

  /// Suffixes of goaccess.conf (`static-file`) and of Matomo's import_logs.py (static files and
  /// downloads), with what has come up since: manifests, feeds, newer pictures and fonts.
  private static let suffixes = words(
    """
    css js mjs cjs map less scss wasm json jsonl jsonld json5 geojson ejs swf class
    webmanifest manifest appcache
    xml xsl xslt xsd dtd rss atom rdf yml yaml
    png jpg jpeg jpe jfif gif webp avif svg svgz ico cur bmp tif tiff apng heic heif jxl psd eps
    pict img dae
    woff woff2 ttf otf eot
    mp4 m4v m4a m4s mpd m3u8 m3u ts webm ogg ogv oga opus mp2 mp3 wav flac aac ac3 dts wma wmv avi
    mov movie qt qtm mkv mpg mpeg 3gp flv f4v asf asx ra ram rm mid midi vtt srt pls cue arc arj
    pdf doc docx docm dot dotx xls xlsx xlsm xlsb csv tsv ppt pptx pps ppsx odt ods odp odg odb
    odf rtf epub mobi azw3 djvu fb2 ibooks ics vcf wpd ps txt log bak sql
    zip gz gzip tgz tar bz2 tbz xz zst lz4 7z rar z sit hqx sea cab iso bin dat torrent
    exe msi msp msix dmg pkg deb rpm apk aab ipa jar war
    md5 sha1 sha256 sig asc phps
    """)

  private static let fileNames = words("apple-app-site-association apple-touch-icon favicon")

  /// Programs of a shop's engine that answer scripts, and probes of a balancer.
  private static let answerNames = words(
    """
    admin-ajax.php wp-cron.php xmlrpc.php healthz livez readyz _health __health nginx_status
    stub_status server-status
    """)
  private static let answerPaths: Set<String> = [
    "/wp-json", "/socket.io", "/graphql", "/v1/graphql", "/healthcheck",
  ]
  private static let answerFolders = words(
    """
    .well-known api wp-json graphql cdn-cgi socket.io sockjs-node signalr wc-api _next _nuxt
    __nuxt _vercel wp-includes
    """)
  private static let languageFolders = words("api wp-json graphql")

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { $0 == " " || $0 == "\n" })
  }
}
