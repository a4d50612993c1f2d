import TributaryModel

extension FormatRegistry {
  /// Web server logs.
  static let logs: [NamedFormat] = [
    log(
      "nginx-combined", "nginx with its built-in `combined` format; fields after it are ignored.",
      example: nginxLine),
    log(
      "nginx-main", "nginx with `main`, as in the nginx.conf it comes with: X-Forwarded-For added.",
      example: nginxLine + " \"10.0.0.1\""),
    log(
      "nginx-vhost-combined", "nginx with `$host`, or host:port, before `combined`.",
      example: "msk.shop.example " + nginxLine),
    log(
      "apache-combined", "Apache httpd with `combined`.",
      example: nginxLine),
    log(
      "apache-vhost-combined", "Apache httpd with Debian's `vhost_combined`: host:port first.",
      example: "msk.shop.example:443 " + nginxLine),
    log(
      "apache-common", "Apache httpd with `common`: without referrer and user agent.",
      example: "203.0.113.7 - - [03/May/2026:10:15:00 +0300] \"GET / HTTP/1.1\" 200 5316"),
  ]

  private static let nginxLine =
    "203.0.113.7 - - [03/May/2026:10:15:00 +0300] \"GET /cart?utm_source=yandex HTTP/1.1\" 200 "
    + "5316 \"https://yandex.ru/\" \"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\""

  private static func log(_ name: String, _ summary: String, example: String) -> NamedFormat {
    NamedFormat(name, [.clickstream], summary, example: example)
  }
}
