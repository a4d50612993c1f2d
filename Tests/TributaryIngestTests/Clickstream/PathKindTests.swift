import Testing

@testable import TributaryIngest

struct PathKindTests {
  /// goaccess.conf, `static-file`, with those that it lists in a remark.
  static let goaccess = """
    css js jpg png gif ico jpeg pdf csv mpeg mpg swf woff woff2 xls xlsx doc docx ppt pptx txt zip
    ogg mp3 mp4 exe iso gz rar svg bmp tar tgz tiff tif ttf flv dmg xz zst less ac3 avi bz2 class
    cue dae dat dts ejs eot eps img jar map mid midi ogv webm mkv odp ods odt otf pict pls ps qt rm
    svgz wav webp
    """
  /// import_logs.py of Matomo: static files and downloads.
  static let matomo = """
    gif jpg jpeg png bmp ico svg svgz ttf otf eot woff woff2 class swf css js xml webp 7z aac arc
    arj asf asx avi bin csv deb dmg doc docx exe flac flv gz gzip hqx ibooks jar json mpg mp2 mp3
    mp4 mpeg mov movie msi msp odb odf odg odp ods odt ogg ogv pdf phps ppt pptx qt qtm ra ram rar
    rpm rtf sea sit tar tbz bz2 tgz torrent txt wav webm wma wmv wpd xls xlsx xsd z zip azw3 epub
    mobi apk md5 sig
    """

  @Test func `every suffix of the public lists is a file's, at the end of the last part alone`() {
    let suffixes = Set(
      (PathKindTests.goaccess + " " + PathKindTests.matomo).split { $0 == " " || $0 == "\n" })
    for suffix in suffixes {
      #expect(PathKind(path: "/a/b.\(suffix)") == .file, "\(suffix)")
      #expect(PathKind(path: "/A/B.min.\(suffix.uppercased())") == .file, "\(suffix)")
      var pages = [
        "/\(suffix)", "/\(suffix)/", "/a.\(suffix)/b", "/a.\(suffix)-b", "/a.\(suffix)/",
        "/.\(suffix)", "/\(suffix)-viewer",
      ]
      // `docx` is another suffix, `qpdf` is none.
      for longer in ["q\(suffix)", "\(suffix)q"] where !suffixes.contains(longer[...]) {
        pages.append("/a." + longer)
      }
      for page in pages { #expect(PathKind(path: page) == .page, "\(page)") }
    }
  }

  @Test(arguments: [
    "/site.webmanifest", "/manifest.json", "/app/manifest.webmanifest", "/robots.txt", "/ads.txt",
    "/app-ads.txt", "/sitemap.xml", "/sitemap_index.xml.gz", "/favicon.ico",
    "/apple-touch-icon.png",
    "/apple-touch-icon", "/apple-app-site-association", "/sw.js", "/service-worker.js", "/feed.xml",
    "/blog/feed.rss", "/products.json", "/cart.js", "/fonts/a.woff2", "/a.js.map", "/live/x.m3u8",
    "/i/photo.avif", "/i/photo.HEIC", "/price.pdf", "/price.xlsx", "/style.css;jsessionid=1",
    "/browserconfig.xml", "/llms.txt", "/a/b.mjs", "/module.wasm", "/calendar.ics",
  ])
  func `files are no pages`(path: String) {
    #expect(PathKind(path: path) == .file)
  }

  @Test(arguments: [
    "/wp-json/wc/store/v1/cart", "/wp-json/", "/wp-json", "/api/v1/cart", "/api/cart", "/graphql",
    "/.well-known/assetlinks", "/cdn-cgi/rum", "/wp-admin/admin-ajax.php", "/xmlrpc.php",
    "/wp-cron.php", "/healthz", "/readyz", "/rest/V1/carts/mine", "/rest/default/V1/products",
    "/de/wp-json/wc", "/socket.io/", "/_next/image", "/nginx_status",
  ])
  func `answers to programs are no pages`(path: String) {
    #expect(PathKind(path: path) == .answer)
  }

  @Test(arguments: [
    "/", "", "*", "/index.php", "/index.php/a", "/list.aspx", "/cart.do", "/page.jsp",
    "/shoes.html",
    "/shoes.htm", "/a.cfm", "/a.pl", "/a.action", "/boots-v1.5", "/shop/3.5mm", "/iphone-12.pro",
    "/usb-3.0", "/item/12.5", "/news/2026.05", "/a.b/c", "/pdf/", "/xml", "/json-viewer",
    "/manifest",
    "/api", "/api-guide", "/apis/x", "/docs/api/x", "/learn/graphql", "/graphql-books", "/feed",
    "/feeds-and-seeds", "/p/ads.txt-explained", "/catalog.zip-bags", "/wp-json-for-beginners",
    "/health", "/health-check", "/rest", "/rest/assured", "/well-known", "/robots", "/sitemap",
    "/ajax/shirts", "/shop/st.moritz", "/no.5-perfume", "/dr.martens", "/size-37.5", "/a.com",
  ])
  func `what people look at are pages`(path: String) {
    #expect(PathKind(path: path) == .page)
  }
}
